import { Link } from '@tanstack/react-router';
import type { rectificationReportFile } from '../../../src/contract/endpoints/rectification-report-file.ts';
import type { rectificationReportForm } from '../../../src/contract/endpoints/rectification-report-form.ts';
import { addressOf } from '../../api.ts';
import { noticeOf } from '../../parts/about.ts';
import { type Column, type Order, Rows } from '../../parts/rows.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { ReportRow } from './types.ts';

/** Whose list it is. */
interface Place {
  areaId: string;
  about: string;
}
const TONE = { answers_missing: 'partly_rectified', ready: 'handed_over', returned: 'closed', late: 'late' } as const;

const columnsOf = (place: Place): readonly Column<ReportRow>[] => [
  {
    title: '单位',
    card: 'head',
    sort: 'unit',
    cell: ({ unit }) => (
      <Link to="/areas/$areaId/my-unit" params={{ areaId: place.areaId }} search={{ unit: unit.id }} className="wrap">
        {unit.name}
      </Link>
    ),
  },
  { title: '反馈／问题', width: 116, align: 'end', sort: 'problems', cell: (row) => <Answered row={row} place={place} /> },
  { title: '期限', width: 116, sort: 'due', cell: ({ due }) => due ?? '未定' },
  { title: '状态', width: 156, card: 'mark', sort: 'state', cell: (row) => <State row={row} /> },
  { title: '还没有反馈的', width: 320, cell: (row) => (row.missingCount === 0 ? null : <Missing row={row} areaId={place.areaId} />) },
  { title: '文件', width: 150, card: 'acts', cell: (row) => <Paper row={row} place={place} /> },
];

/** One row a unit; a click on a head sorts. */
export const ReportRows = ({ rows, order, ...place }: Place & { rows: readonly ReportRow[]; order: Order }) => (
  <Rows label="扫描件上报情况" rows={rows} columns={columnsOf(place)} keyOf={({ unit }) => unit.id} order={order} />
);

function Answered({ row: { unit, problems, answered }, place: { areaId, about } }: { row: ReportRow; place: Place }) {
  return (
    <Link
      to="/areas/$areaId/ledger"
      params={{ areaId }}
      search={{ unit: unit.id, notice: noticeOf(about) }}
      title={`${problems} 个问题，已反馈 ${answered} 个`}
    >
      {answered}／{problems}
    </Link>
  );
}

function State({ row: { state, lateWorkingDays } }: { row: ReportRow }) {
  return (
    <>
      <StatusMark code={TONE[state.code as keyof typeof TONE] ?? ''} name={state.name} />
      {lateWorkingDays > 0 && <small className="sub is-bad">逾期 {lateWorkingDays} 个工作日</small>}
    </>
  );
}

function Missing({ row: { missing, missingCount }, areaId }: { row: ReportRow; areaId: string }) {
  return (
    <span className="report-missing wrap">
      {missing.map(({ id, place, text }) => (
        <Link key={id} to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: id }}>
          <span title={text}>{place}</span>
        </Link>
      ))}
      {missingCount > missing.length && <small>等 {missingCount} 个</small>}
    </span>
  );
}

function Paper({ row: { unit, returned }, place: { areaId, about } }: { row: ReportRow; place: Place }) {
  const of = { areaId, about, unitId: unit.id };
  return returned ? (
    <>
      <a href={addressOf<typeof rectificationReportFile>('/api/areas/:areaId/units/:unitId/rectification-report/file', of)} download>
        扫描件
      </a>
      <small className="sub">
        {returned.day} {returned.by}
      </small>
    </>
  ) : (
    <a href={addressOf<typeof rectificationReportForm>('/api/areas/:areaId/units/:unitId/rectification-report/form', of)} download>
      报告表样
    </a>
  );
}
