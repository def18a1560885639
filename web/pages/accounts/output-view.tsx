import type { accountOutput } from '../../../src/contract/endpoints/account-output.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useAccountsPage } from './address.ts';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

const ONLY = [
  { value: 'weak', label: '薄弱环节' },
  { value: 'unseen', label: '未采集' },
];

/** 发布情况: posts and originals of each account; few of either is a weakness and changes no result (seeds M13). */
export function OutputView({ areaId, period }: { areaId: string; period: string | undefined }) {
  const { search } = useAccountsPage();
  return (
    <>
      <PeriodBar
        {...{ areaId, period }}
        of="发布情况"
        list="output"
        words="账号、单位"
        choices={[{ key: 'only', name: '只看', options: ONLY }]}
      />
      <PeriodQuery
        queryKey={['accounts', areaId, 'output', period]}
        what="发布情况"
        ask={(signal) => call<typeof accountOutput>('/api/areas/:areaId/account-output', { areaId, period }, signal)}
      >
        {({ rows, until, judgedOn, period: { label } }) => {
          const { q = '', only } = search;
          const shown = rows.filter(
            (row) =>
              (only !== 'weak' || row.weaknesses.length > 0) &&
              (only !== 'unseen' || !row.seen) &&
              [row.name, row.unitName].some((text) => text.includes(q)),
          );
          const weak = rows.filter(({ weaknesses }) => weaknesses.length > 0).length;
          return (
            <Section
              title="发布量和原创"
              note={`${label}，计至 ${until}；${judgedOn ? `按 ${judgedOn} 的监测` : '还没有监测'}，薄弱环节 ${weak} 个，不影响检查结果`}
            >
              {shown.length === 0 ? (
                <EmptyState
                  title={rows.length === 0 ? '没有正常运行的账号' : '没有符合条件的账号'}
                  next={rows.length === 0 ? '账号备案并投入运行以后开始统计。' : '请放宽筛选条件。'}
                />
              ) : (
                <WideTable label="发布量和原创" heads={['账号', '单位', '发布', '原创', '薄弱环节', '检查结果']}>
                  {shown
                    .toSorted((a, b) => b.weaknesses.length - a.weaknesses.length)
                    .map((row) => (
                      <tr key={row.id}>
                        <th scope="row" className="wrap">
                          {row.name}
                          <small className="sub">{row.platformName}</small>
                        </th>
                        <td className="wrap">{row.unitName}</td>
                        <td>{row.seen ? row.posts : <span className="is-zero accounts-stay">未采集</span>}</td>
                        <td>
                          {row.marked === 0 ? (
                            <span className="is-zero">{row.posts === 0 ? '—' : '没有标明'}</span>
                          ) : row.marked === row.posts ? (
                            row.originals
                          ) : (
                            `标明的 ${row.marked} 条中 ${row.originals} 条`
                          )}
                        </td>
                        <td className="wrap is-undecided">{row.weaknesses.join('；')}</td>
                        <td>{row.verdict ? <StatusMark {...row.verdict} /> : <span className="is-zero">—</span>}</td>
                      </tr>
                    ))}
                </WideTable>
              )}
            </Section>
          );
        }}
      </PeriodQuery>
    </>
  );
}
