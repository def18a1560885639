import { weekdayOf } from '../../../src/core/date.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { EntryLine } from './entry-line.tsx';
import type { Calendar, CalendarEntry } from './types.ts';

const NAMES = ['日', '一', '二', '三', '四', '五', '六'];

/** The days of the month on which something is due, one under another. */
export function Agenda({ calendar, entries, areaId }: { calendar: Calendar; entries: readonly CalendarEntry[]; areaId: string }) {
  const days = calendar.days.filter(({ day }) => day === calendar.today || entries.some((entry) => entry.day === day));
  if (entries.length === 0)
    return <EmptyState title={`${calendar.month.label}没有到期事项`} next="可以翻看上月、下月，或者恢复显示其他事项。" />;
  return (
    <ol className="agenda">
      {days.map(({ day }) => {
        const due = entries.filter((entry) => entry.day === day);
        return (
          <li key={day} className={day === calendar.today ? 'day-today' : undefined}>
            <p className="day-number">
              <time dateTime={day}>
                {Number(day.slice(5, 7))}月{Number(day.slice(8))}日
              </time>
              星期{NAMES[weekdayOf(day)]}
              {day === calendar.today && <b>今天</b>}
            </p>
            {due.length === 0 ? (
              <p className="entry-still">今天没有到期事项</p>
            ) : (
              <ul>
                {due.map((entry) => (
                  <EntryLine key={`${entry.kind} ${entry.id} ${entry.text}`} entry={entry} calendar={calendar} areaId={areaId} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
