import type { accountHealth } from '../../../src/contract/endpoints/account-health.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { listAddress } from './list-address.ts';
import { PeriodQuery } from './period-query.tsx';

const TONES: Readonly<Record<string, string>> = { ok: 'pass', stale: 'undecided', failing: 'fail', none: 'calm' };
const ORDER = ['failing', 'stale', 'none', 'ok'];

/** 采集情况: how we get at each account's posts; our trouble, never a verdict on the account (seeds R01). */
export function HealthView({ areaId }: { areaId: string }) {
  return (
    <PeriodQuery
      queryKey={['accounts', areaId, 'health']}
      what="采集情况"
      ask={(signal) => call<typeof accountHealth>('/api/areas/:areaId/account-health', { areaId }, signal)}
    >
      {({ rows, counts, day }) =>
        rows.length === 0 ? (
          <EmptyState title="没有正常运行的账号" next="账号备案并投入运行以后开始采集。" />
        ) : (
          <Section title="采集情况" note={`${day}：${counts.map(({ name, count }) => `${name} ${count}`).join('，')}`}>
            <p className="section-foot">
              <ExportLink href={listAddress(areaId, 'health')} />
            </p>
            <WideTable label="采集情况" heads={['账号', '单位', '情况', '数据完整到', '怎么办']}>
              {rows
                .toSorted((a, b) => ORDER.indexOf(a.state.code) - ORDER.indexOf(b.state.code))
                .map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="wrap">
                      {row.name}
                      <small className="sub">{row.platform.name}</small>
                    </th>
                    <td className="wrap">{row.unitName}</td>
                    <td>
                      <StatusMark code={TONES[row.state.code] ?? 'calm'} name={row.state.name} />
                      {row.failures > 1 && <small className="sub">连续 {row.failures} 次</small>}
                    </td>
                    <td>{row.freshOn ?? '—'}</td>
                    <td className="wrap">
                      {row.trouble}
                      {row.next && <small className="sub">{row.next}</small>}
                    </td>
                  </tr>
                ))}
            </WideTable>
          </Section>
        )
      }
    </PeriodQuery>
  );
}
