import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { rectificationReportFile } from '../../../src/contract/endpoints/rectification-report-file.ts';
import type { rectificationReportForm } from '../../../src/contract/endpoints/rectification-report-form.ts';
import { addressOf } from '../../api.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { ReportRow } from './page.tsx';

type Key = 'unit' | 'problems' | 'due' | 'state';
const HEADS: [Key, string][] = [
  ['unit', '单位'],
  ['problems', '反馈／问题'],
  ['due', '期限'],
  ['state', '状态'],
];
const VALUES: Record<Key, (row: ReportRow, i: number) => string | number> = {
  unit: (_row, i) => i,
  problems: ({ problems, answered }) => answered - problems,
  due: ({ due }) => due ?? '9999',
  state: ({ state, lateWorkingDays }) =>
    `${state.code === 'answers_missing' ? 0 : state.code === 'ready' ? 1 : 2} ${999 - lateWorkingDays}`,
};

/** One row a unit; a click on a head sorts. */
export function Rows({ rows, areaId, about }: { rows: readonly ReportRow[]; areaId: string; about: string }) {
  const [sort, setSort] = useState<{ key: Key; down: boolean }>({ key: 'unit', down: false });
  const ordered = rows
    .map((row, i) => ({ row, value: VALUES[sort.key](row, i) }))
    .toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * (sort.down ? -1 : 1))
    .map(({ row }) => row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll" aria-label="扫描件上报情况（可左右滚动）" tabIndex={0}>
      <table className="figures report-table">
        <thead>
          <tr>
            {HEADS.map(([key, title]) => (
              <th key={key} scope="col" aria-sort={sort.key === key ? (sort.down ? 'descending' : 'ascending') : 'none'}>
                <button type="button" className="plain" onClick={() => setSort({ key, down: sort.key === key && !sort.down })}>
                  {title}
                </button>
              </th>
            ))}
            <th scope="col">缺什么</th>
            <th scope="col">文件</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <Row key={row.unit.id} row={row} areaId={areaId} about={about} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const TONE = { answers_missing: 'partly_rectified', ready: 'handed_over', returned: 'closed', late: 'late' } as const;

function Row({ row, areaId, about }: { row: ReportRow; areaId: string; about: string }) {
  const { unit, problems, answered, due, state, lateWorkingDays, missing, returned } = row;
  const place = { areaId, about, unitId: unit.id };
  return (
    <tr>
      <td className="wrap">
        <Link to="/areas/$areaId/my-unit" params={{ areaId }} search={{ unit: unit.id }}>
          {unit.name}
        </Link>
      </td>
      <td>
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ unit: unit.id }}>
          {answered}／{problems}
        </Link>
      </td>
      <td className="report-day">{due ?? '—'}</td>
      <td>
        <StatusMark code={TONE[state.code as keyof typeof TONE] ?? ''} name={state.name} />
        {lateWorkingDays > 0 && <small className="sub is-bad">逾期 {lateWorkingDays} 个工作日</small>}
      </td>
      <td className="wrap report-missing">
        {missing.slice(0, 3).map(({ id, place: where, text }) => (
          <Link key={id} to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: id }}>
            <span title={text}>{where}</span>
          </Link>
        ))}
        {missing.length > 3 && <small>等 {missing.length} 个</small>}
      </td>
      <td>
        {returned ? (
          <>
            <a
              href={addressOf<typeof rectificationReportFile>('/api/areas/:areaId/units/:unitId/rectification-report/file', place)}
              download
            >
              扫描件
            </a>
            <small className="sub">
              {returned.day} {returned.by}
            </small>
          </>
        ) : (
          <a href={addressOf<typeof rectificationReportForm>('/api/areas/:areaId/units/:unitId/rectification-report/form', place)} download>
            报告表样
          </a>
        )}
      </td>
    </tr>
  );
}
