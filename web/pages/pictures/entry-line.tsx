import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useMe } from '../../app/use-me.ts';
import { useRange } from '../../app/use-range.ts';
import type { Calendar, CalendarEntry } from './types.ts';

const NAMES: Readonly<Record<CalendarEntry['kind'], (count: number) => string>> = {
  problems: (count) => `整改 ${count}`,
  tasks: (count) => `要求 ${count}`,
  reports: () => '印发',
  columns: (count) => `栏目 ${count}`,
  exemptions: () => '豁免到期',
};

/** What of it a colour says too: late, today, or still to come. Columns and exemptions are no debt of anybody's yet. */
export function dueTone({ kind, day }: CalendarEntry, today: string): 'late' | 'today' | 'coming' {
  if (day === today) return 'today';
  return day < today && kind !== 'columns' && kind !== 'exemptions' ? 'late' : 'coming';
}

interface Props {
  entry: CalendarEntry;
  calendar: Calendar;
  areaId: string;
}

/** One thing that is due, leading to what it counts. */
export function EntryLine({ entry, calendar, areaId }: Props) {
  const tone = dueTone(entry, calendar.today);
  const words = (
    <>
      <b>{NAMES[entry.kind](entry.count)}</b>
      {tone === 'late' && <em>逾期</em>}
      <span>
        {entry.text}
        {entry.provisional && '（暂定）'}
      </span>
    </>
  );
  const isOfAreas = entry.kind === 'tasks' || entry.kind === 'reports';
  if (isOfAreas && entry.areas)
    return (
      <li className={`entry entry-${entry.kind} entry-${tone}`}>
        <p className="entry-still">
          <b>{NAMES[entry.kind](entry.count)}</b>
          {tone === 'late' && <em>逾期</em>}
          <InAreas areas={entry.areas} month={calendar.month.id} />
          {entry.provisional && '（暂定）'}
        </p>
      </li>
    );
  return (
    <li className={`entry entry-${entry.kind} entry-${tone}`}>
      <EntryLink entry={entry} calendar={calendar} areaId={areaId}>
        {words}
      </EntryLink>
    </li>
  );
}

const NAMED = 3;

/** Requirements and notices of several areas are no list of one page: each area leads to its own calendar. */
function InAreas({ areas, month }: { areas: NonNullable<CalendarEntry['areas']>; month: string }) {
  return (
    <>
      {areas.slice(0, NAMED).map(({ code, name, count }, i) => (
        <Fragment key={code}>
          {i > 0 && '、'}
          <Link
            to="/areas/$areaId/pictures"
            params={{ areaId: code }}
            search={{ view: 'calendar', range: 'own', month }}
            className="text-link"
          >
            {name} {count}
          </Link>
        </Fragment>
      ))}
      {areas.length > NAMED && `等${areas.length}个地区`}
    </>
  );
}

function EntryLink({ entry, calendar, areaId, children }: Props & { children: React.ReactNode }) {
  const { role } = useMe();
  const { isWhole } = useRange();
  const inWhole = isWhole ? { range: 'whole' } : {};
  const params = { areaId };
  if (entry.kind === 'problems')
    return (
      <Link to="/areas/$areaId/ledger" params={params} search={{ ...inWhole, due: entry.day, status: calendar.waiting.join(',') }}>
        {children}
      </Link>
    );
  if (entry.kind === 'columns')
    return (
      <Link to="/areas/$areaId/pictures" params={params} search={{ ...inWhole, view: 'freshness', due: entry.day }}>
        {children}
      </Link>
    );
  if (entry.kind === 'exemptions')
    return (
      <Link
        to="/areas/$areaId/ledger"
        params={params}
        search={{ ...inWhole, status: 'exempted', ...(entry.id ? { problem: entry.id } : {}) }}
      >
        {children}
      </Link>
    );
  // Notices are the office's, and those of several areas no list of one page; a unit is told what is asked of it on its own.
  if (isWhole || role === 'unit' || role === 'bureau') return <span className="entry-still">{children}</span>;
  return (
    <Link to="/areas/$areaId/notices" params={params} search={{}}>
      {children}
    </Link>
  );
}
