import { groupBy } from '../../../notice/group-by.ts';
import type { App } from '../../open.ts';
import type { Range } from '../range.ts';
import { viewDeadlines } from './calendar.ts';

type Calendar = Awaited<ReturnType<typeof viewDeadlines>>;
type Entry = Calendar['entries'][number];
interface Owed {
  area: { code: string; name: string };
  entry: Entry;
}
const NAMED = 3;

/** 期限日历 of several areas: one line for each day and kind, with the areas it falls to; what is late is that of all. */
export async function viewDeadlinesByArea(app: App, { seen }: Range, monthId: string | undefined): Promise<Calendar> {
  const calendars = await Promise.all(seen.map(({ id, scope }) => viewDeadlines(app, id, scope, monthId)));
  const [first] = calendars as [Calendar];
  const owedOf = (pick: (calendar: Calendar) => readonly Entry[]): Owed[] =>
    seen.flatMap(({ id, name }, i) => pick(calendars[i] as Calendar).map((entry) => ({ area: { code: id, name }, entry })));
  const named = (owed: readonly Owed[]): Entry[] => owed.map(({ area, entry }) => ({ ...entry, areas: [{ ...area, count: entry.count }] }));
  return {
    ...first,
    entries: [
      ...groupBy(
        owedOf(({ entries }) => entries),
        ({ entry }) => `${entry.day} ${entry.kind}`,
      ),
    ].map(([, owed]) => summed(owed)),
    late: {
      problems: calendars.reduce((n, { late }) => n + late.problems, 0),
      tasks: named(owedOf(({ late }) => late.tasks)),
      reports: named(owedOf(({ late }) => late.reports)),
    },
  };
}

function summed(owed: readonly Owed[]): Entry {
  const [{ entry }] = owed as [Owed];
  const total = (some: readonly Owed[]): number => some.reduce((n, one) => n + one.entry.count, 0);
  const areas = [...groupBy(owed, ({ area }) => area.code)]
    .map(([code, some]) => ({ code, name: (some[0] as Owed).area.name, count: total(some) }))
    .toSorted((a, b) => b.count - a.count);
  const named = areas.slice(0, NAMED).map(({ name, count }) => `${name} ${count}`);
  return {
    ...{ day: entry.day, kind: entry.kind, count: total(owed), id: null },
    text: `${named.join('、')}${areas.length > NAMED ? `等${areas.length}个地区` : ''}`,
    provisional: owed.some((one) => one.entry.provisional),
    areas,
  };
}
