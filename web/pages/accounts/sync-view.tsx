import type { sync } from '../../../src/contract/endpoints/sync.ts';
import { listedSyncItems, SYNC_ONLY, syncKind } from '../../../src/core/lists/publishing.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useAccountsPage } from './address.ts';
import { choicesOf } from './filter-bar.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

const SHOWN = 200;

/** 同步公开: the same item on portal and accounts with the days between, and what stands on one side only (seeds M18). */
export function SyncView({ areaId, period }: { areaId: string; period: string | undefined }) {
  const { search } = useAccountsPage();
  return (
    <>
      <PeriodBar
        {...{ areaId, period }}
        of="同步公开"
        list="sync"
        choices={[{ key: 'only', name: '只看', options: choicesOf(SYNC_ONLY) }]}
      />
      <PeriodQuery
        queryKey={['accounts', areaId, 'sync', period]}
        what="同步公开"
        ask={(signal) => call<typeof sync>('/api/areas/:areaId/sync', { areaId, period }, signal)}
      >
        {(data) => {
          const names = new Map(data.accounts.map(({ id, name }) => [id, name]));
          const items = listedSyncItems(data.items, search.only);
          return (
            <>
              <p className="section-note accounts-count">
                {data.period.label}：门户网站 {data.items.length} 条，两边都有 {data.items.filter(({ on }) => on.length > 0).length} 条
                {data.undated > 0 && `；另有 ${data.undated} 条没有日期，未列入`}
              </p>
              <Section title="各账号" note={`相差 ${data.windowDays} 天以内的同题信息算作同一条`}>
                {data.accounts.length === 0 ? (
                  <p className="section-note">没有正常运行的账号。</p>
                ) : (
                  <WideTable label="各账号同步情况" heads={['账号', '发布', '与门户同步', '相差天数（中位）', '仅账号有']}>
                    {data.accounts.map((account) => (
                      <tr key={account.id}>
                        <th scope="row" className="wrap">
                          {account.name}
                          <small className="sub">{account.platformName}</small>
                        </th>
                        <td>{account.seen ? account.posts : '未采集'}</td>
                        <td>{account.seen ? account.matched : '—'}</td>
                        <td>{account.medianLag ?? '—'}</td>
                        <td>{account.seen ? account.accountOnly.length : '—'}</td>
                      </tr>
                    ))}
                  </WideTable>
                )}
              </Section>
              <Section title="门户网站的信息">
                {items.length === 0 ? (
                  <EmptyState
                    title={data.items.length === 0 ? `${data.period.label}没有采集到门户网站的信息` : '没有符合条件的信息'}
                    next="请换一期，或放宽条件。"
                  />
                ) : (
                  <WideTable label="门户网站的信息" heads={['信息', '门户网站', '账号']}>
                    {items.slice(0, SHOWN).map((item) => (
                      <tr key={`${item.date} ${item.title} ${item.url}`}>
                        <th scope="row" className="wrap">
                          {item.url ? <OutsideLink href={item.url}>{item.title}</OutsideLink> : item.title}
                        </th>
                        <td>{item.date}</td>
                        <td>
                          {item.on.length === 0 && (
                            <span className={item.unsure ? 'is-undecided' : 'is-bad'}>{SYNC_ONLY[syncKind(item)]}</span>
                          )}
                          {item.on.map((post) => (
                            <div key={`${post.accountId} ${post.date}`}>
                              {names.get(post.accountId)} {post.date}（{lagWords(post.lag)}）
                            </div>
                          ))}
                        </td>
                      </tr>
                    ))}
                  </WideTable>
                )}
                {items.length > SHOWN && (
                  <p className="section-note">
                    只显示 {SHOWN} 条，共 {items.length} 条；其余请导出查看。
                  </p>
                )}
              </Section>
            </>
          );
        }}
      </PeriodQuery>
    </>
  );
}

const lagWords = (lag: number): string => (lag === 0 ? '同日' : lag > 0 ? `晚 ${lag} 天` : `早 ${-lag} 天`);
