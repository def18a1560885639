import type { interactions } from '../../../src/contract/endpoints/interactions.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

/** 互动: counts as stated, approximate ones with 余 (seeds R12). */
export function InteractionsView({ areaId, period }: { areaId: string; period: string | undefined }) {
  return (
    <>
      <PeriodBar {...{ areaId, period }} of="互动" list="interactions" />
      <PeriodQuery
        queryKey={['accounts', areaId, 'interactions', period]}
        what="互动情况"
        ask={(signal) => call<typeof interactions>('/api/areas/:areaId/interactions', { areaId, period }, signal)}
      >
        {({ rows, totals, period: { label } }) =>
          rows.length === 0 ? (
            <EmptyState title={`${label}没有报来互动数量`} next="请在“导入”中用“互动情况”表登记；约数写作“4500余”。" />
          ) : (
            <Section title="互动数量" note={`${label}；按月报的和按季报的分别统计，互不相加`}>
              <WideTable label="互动数量" heads={['账号', ...totals.map(({ name }) => name)]}>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="wrap">
                      {row.name}
                      <small className="sub">{row.platformName}</small>
                    </th>
                    {row.counts.map(({ code, text }) => (
                      <td key={code}>{text ?? '—'}</td>
                    ))}
                  </tr>
                ))}
                <tr>
                  <th scope="row">合计</th>
                  {totals.map(({ code, text }) => (
                    <td key={code}>
                      <b>{text ?? '—'}</b>
                    </td>
                  ))}
                </tr>
              </WideTable>
            </Section>
          )
        }
      </PeriodQuery>
    </>
  );
}
