import { groupBy } from '../../../notice/group-by.ts';
import type { App } from '../../open.ts';
import type { Range } from '../range.ts';
import { viewDeadlines } from './calendar.ts';

type Calendar = Awaited<ReturnType<typeof viewDeadlines>>;
type Entry = Calendar['entries'][number];
interface Owed {
  area: string;
  entry: Entry;
}
const NAMED = 3;

/** 期限日历 of several areas: one line for each day and kind, with the areas it falls to; what is late is that of all. */
export async function viewDeadlinesByArea(app: App, { seen }: Range, monthId: string | undefined): Promise<Calendar> {
  const calendars = await Promise.all(seen.map(({ id, scope }) => viewDeadlines(app, id, scope, monthId)));
  const [first] = calendars as [Calendar];
  const all = calendars.flatMap(({ entries }, i) => entries.map((entry): Owed => ({ area: seen[i]?.name ?? '', entry })));
  return {
    ...first,
    entries: [...groupBy(all, ({ entry }) => `${entry.day} ${entry.kind}`)].map(([, owed]) => summed(owed)),
    late: {
      problems: calendars.reduce((n, { late }) => n + late.problems, 0),
      tasks: calendars.flatMap(({ late }) => late.tasks),
      reports: calendars.flatMap(({ late }) => late.reports),
    },
  };
}

function summed(owed: readonly Owed[]): Entry {
  const [{ entry }] = owed as [Owed];
  const total = (some: readonly Owed[]): number => some.reduce((n, one) => n + one.entry.count, 0);
  const areas = [...groupBy(owed, ({ area }) => area)]
    .map(([area, some]) => ({ area, count: total(some) }))
    .toSorted((a, b) => b.count - a.count);
  const named = areas.slice(0, NAMED).map(({ area, count }) => `${area} ${count}`);
  return {
    ...{ day: entry.day, kind: entry.kind, count: total(owed), id: null },
    text: `${named.join('、')}${areas.length > NAMED ? `等${areas.length}个地区` : ''}`,
    provisional: owed.some((one) => one.entry.provisional),
  };
}
