import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/use-me.ts';
import { useRange } from '../../app/use-range.ts';
import { dayInWords } from '../../parts/format.ts';
import type { Calendar } from './types.ts';

/** What was due before today and is still owed, whatever month that was in. */
export function LateItems({ calendar: { late, today }, areaId }: { calendar: Calendar; areaId: string }) {
  const { role } = useMe();
  const { isWhole } = useRange();
  const tasks = late.tasks.reduce((n, { count }) => n + count, 0);
  const parts = [
    {
      text: `问题整改 ${late.problems} 个`,
      count: late.problems,
      to: '/areas/$areaId/ledger',
      search: { overdue: 'yes', ...(isWhole ? { range: 'whole' } : {}) },
    },
    { text: `通报要求 ${tasks} 条`, count: tasks, to: '/areas/$areaId/notices', search: {} },
    { text: `通报和报告 ${late.reports.length} 份`, count: late.reports.length, to: '/areas/$areaId/notices', search: {} },
  ] as const;
  const owed = parts.filter(({ count }) => count > 0);
  const sees = (to: string) => to.endsWith('ledger') || (!isWhole && role !== 'unit' && role !== 'bureau');
  return (
    <p className={owed.length > 0 ? 'late-items' : 'page-note'}>
      {owed.length === 0 ? `截至${dayInWords(today)}，没有逾期未办的事项。` : <b>截至{dayInWords(today)}逾期未办：</b>}
      {owed.map(({ text, to, search }) =>
        sees(to) ? (
          <Link key={text} to={to} params={{ areaId }} search={search}>
            {text}
          </Link>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </p>
  );
}
