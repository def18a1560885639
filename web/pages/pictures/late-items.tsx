import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/use-me.ts';
import { useRange } from '../../app/use-range.ts';
import { dayInWords } from '../../parts/format.ts';
import type { Calendar, CalendarEntry } from './types.ts';

/** What was due before today and is still owed, whatever month that was in. */
export function LateItems({ calendar: { late, today }, areaId }: { calendar: Calendar; areaId: string }) {
  const { isWhole } = useRange();
  const tasks = late.tasks.reduce((n, { count }) => n + count, 0);
  const reports = late.reports.length;
  if (late.problems + tasks + reports === 0) return <p className="page-note">截至{dayInWords(today)}，没有逾期未办的事项。</p>;
  return (
    <p className="late-items">
      <b>截至{dayInWords(today)}逾期未办：</b>
      {late.problems > 0 && (
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ overdue: 'yes', ...(isWhole ? { range: 'whole' } : {}) }}>
          问题整改 {late.problems} 个
        </Link>
      )}
      {tasks > 0 && <InNotices text={`通报要求 ${tasks} 条`} entries={late.tasks} areaId={areaId} />}
      {reports > 0 && <InNotices text={`通报和报告 ${reports} 份`} entries={late.reports} areaId={areaId} />}
    </p>
  );
}

/** What notices ask for or are themselves: on the page of notices, of several areas on that of each. */
function InNotices({ text, entries, areaId }: { text: string; entries: readonly CalendarEntry[]; areaId: string }) {
  const { role } = useMe();
  const { isWhole } = useRange();
  // Notices are the office's; a unit is told what is asked of it on its own page.
  if (role === 'unit' || role === 'bureau') return <span>{text}</span>;
  if (!isWhole)
    return (
      <Link to="/areas/$areaId/notices" params={{ areaId }} search={{}}>
        {text}
      </Link>
    );
  const counts = new Map<string, { name: string; count: number }>();
  for (const { code, name, count } of entries.flatMap(({ areas = [] }) => areas))
    counts.set(code, { name, count: (counts.get(code)?.count ?? 0) + count });
  return (
    <span>
      {text}：
      {[...counts].map(([code, { name, count }], i) => (
        <span key={code}>
          {i > 0 && '、'}
          <Link to="/areas/$areaId/notices" params={{ areaId: code }} search={{}} className="text-link">
            {name} {count}
          </Link>
        </span>
      ))}
    </span>
  );
}
