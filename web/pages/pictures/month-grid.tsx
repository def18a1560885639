import { weekdayOf } from '../../../src/core/date.ts';
import { EntryLine } from './entry-line.tsx';
import type { Calendar, CalendarEntry } from './types.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** The month as weeks from Monday to Sunday. */
export function MonthGrid({ calendar, entries, areaId }: { calendar: Calendar; entries: readonly CalendarEntry[]; areaId: string }) {
  const first = calendar.days[0]?.day ?? calendar.month.from;
  const blanks = (weekdayOf(first) + 6) % 7;
  const cells = [...Array.from({ length: blanks }, () => null), ...calendar.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  return (
    <table className="month">
      <caption className="heard">{calendar.month.label}到期事项</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              <span className="heard">星期</span>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((cell) => cell)?.day}>
            {WEEKDAYS.map((weekday, i) => {
              const cell = week[i];
              if (!cell) return <td key={weekday} className="day-none" />;
              const isToday = cell.day === calendar.today;
              return (
                <td key={weekday} className={`day${isToday ? ' day-today' : ''}${cell.working ? '' : ' day-off'}`}>
                  <p className="day-number">
                    <time dateTime={cell.day}>{Number(cell.day.slice(8))}</time>
                    {isToday && <b>今天</b>}
                    {!cell.working && i < 5 && <small>休</small>}
                    {cell.working && i >= 5 && <small>班</small>}
                  </p>
                  <ul>
                    {entries
                      .filter(({ day }) => day === cell.day)
                      .map((entry) => (
                        <EntryLine key={`${entry.kind} ${entry.id} ${entry.text}`} entry={entry} calendar={calendar} areaId={areaId} />
                      ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
