import type { activities } from '../../../src/contract/endpoints/activities.ts';
import type { activitiesFile } from '../../../src/contract/endpoints/activities-file.ts';
import { addressOf, call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

/** 活动: what was held and the posts about it; without a post after 7 days it is listed first (seeds R16). */
export function ActivitiesView({ areaId, period }: { areaId: string; period: string | undefined }) {
  const file = (copy: 'office' | 'public') =>
    addressOf<typeof activitiesFile>('/api/areas/:areaId/activities.xlsx', { areaId, period, copy });
  return (
    <>
      <PeriodBar {...{ areaId, period }} of="活动" list={null}>
        <ExportLink href={file('office')} name="导出（内部）" />
        <ExportLink href={file('public')} name="导出（对外，不含姓名）" />
      </PeriodBar>
      <PeriodQuery
        queryKey={['accounts', areaId, 'activities', period]}
        what="活动"
        ask={(signal) => call<typeof activities>('/api/areas/:areaId/activities', { areaId, period }, signal)}
      >
        {({ rows, lacking, period: { label } }) =>
          rows.length === 0 ? (
            <EmptyState title={`${label}没有登记活动`} next="请在“导入”中用“活动”表登记。" />
          ) : (
            <Section title="活动和发布" note={`${label} ${rows.length} 项，7 天后仍没有发布的 ${lacking} 项`}>
              <WideTable label="活动和发布" heads={['活动', '日期', '单位', '发布']}>
                {rows
                  .toSorted((a, b) => Number(b.lacking === true) - Number(a.lacking === true))
                  .map((row) => (
                    <tr key={row.id}>
                      <th scope="row" className="wrap">
                        {row.name}
                        {row.place && <small className="sub">{row.place}</small>}
                        {row.host && (
                          <small className="sub">{[row.host.body, row.host.post, row.host.name].filter(Boolean).join('　')}</small>
                        )}
                      </th>
                      <td>{row.date}</td>
                      <td className="wrap">{row.unitName ?? '全区域'}</td>
                      <td className="wrap">
                        {row.lacking === true && <b className="is-bad">没有发布</b>}
                        {row.lacking === null && (
                          <span className="is-zero">{row.unseenAccounts > 0 ? '账号未采集，无法判断' : '未满 7 天'}</span>
                        )}
                        {row.posts.map((post) => (
                          <div key={`${post.accountId} ${post.title}`}>
                            {post.date} {post.url ? <OutsideLink href={post.url}>{post.title}</OutsideLink> : post.title}
                          </div>
                        ))}
                      </td>
                    </tr>
                  ))}
              </WideTable>
            </Section>
          )
        }
      </PeriodQuery>
    </>
  );
}
