import type { z } from 'zod';
import type { accountHealth } from '../../../src/contract/endpoints/account-health.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { listAddress } from './list-address.ts';
import { PagedRows, type SortedColumn } from './paged-rows.tsx';
import { PeriodQuery } from './period-query.tsx';

const TONES: Readonly<Record<string, string>> = { ok: 'pass', stale: 'undecided', failing: 'fail', none: 'calm' };
const ORDER = ['failing', 'stale', 'none', 'ok'];

type Row = z.output<(typeof accountHealth)['output']>['rows'][number];

const COLUMNS: readonly SortedColumn<Row>[] = [
  {
    ...{ title: '账号', width: 240, card: 'head', sort: 'name' },
    by: (row) => row.name,
    cell: (row) => (
      <>
        {row.name}
        <small className="sub">{row.platform.name}</small>
      </>
    ),
  },
  { title: '单位', width: 200, card: 'body', sort: 'unit', by: (row) => row.unitName, cell: (row) => row.unitName },
  {
    ...{ title: '情况', width: 130, card: 'mark' },
    cell: (row) => (
      <>
        <StatusMark code={TONES[row.state.code] ?? 'calm'} name={row.state.name} />
        {row.failures > 1 && <small className="sub">连续 {row.failures} 次</small>}
      </>
    ),
  },
  { title: '数据完整到', width: 120, sort: 'fresh', by: (row) => row.freshOn, cell: (row) => row.freshOn ?? '—' },
  {
    ...{ title: '怎么办', card: 'body' },
    cell: (row) => (
      <>
        {row.trouble}
        {row.next && <small className="sub">{row.next}</small>}
      </>
    ),
  },
];

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
            <PagedRows
              label="采集情况"
              rows={rows.toSorted((a, b) => ORDER.indexOf(a.state.code) - ORDER.indexOf(b.state.code))}
              columns={COLUMNS}
              keyOf={({ id }) => id}
            />
          </Section>
        )
      }
    </PeriodQuery>
  );
}
