import { parsePeriod } from '../../core/period.ts';
import { cents, type EntryBasis } from '../../ledger/assessment/entry.ts';
import type { CountedEntry } from '../../ledger/assessment/score.ts';
import { listHandEntries } from '../../store/assessment.ts';
import { listNotices } from '../../store/notices.ts';
import { listObjections, type Objection } from '../../store/objections.ts';
import { listPrompts } from '../../store/prompts.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { readRoster } from './roster.ts';
import { type UnitScope, unitsInScope } from './scope.ts';
import { entriesOf } from './year.ts';

type EntrySort = 'day' | 'points' | 'unit' | 'item';
/** With an open objection; with any; cut short by a cap. */
type EntryState = 'waiting' | 'objected' | 'capped';

/** Which entries are asked for, in what order, and which page of them; `size` null = all. */
export interface EntriesAsked extends UnitScope {
  itemId?: string | undefined;
  state?: EntryState | undefined;
  /** Words in the reason or the unit's name. */
  words?: string | undefined;
  sort?: EntrySort;
  descending?: boolean;
  page?: number;
  size: number | null;
}

/** Entries of a year with what each rests on and what was said against it, a page of them, with how many there are and their sum. */
export async function viewEntries(app: App, areaId: string, year: number, asked: EntriesAsked) {
  await areaOf(app, areaId);
  const roster = await readRoster(app.db, areaId);
  const { scheme, entries, opened } = await entriesOf(app, areaId, year, { roster, scope: asked });
  const { units, sites, accounts } = roster;
  const within = unitsInScope(units, asked);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const items = new Map(scheme.items.map(({ id, name }) => [id, name]));
  const objections = await listObjections(app.db, areaId, 'score', String(year));
  const wanted = narrowed(entries, asked, { names, objections }).toSorted(byWish(asked, { names, items: [...items.keys()] }));
  const { page = 1, size } = asked;
  const shown = await opened(size === null ? wanted : wanted.slice((page - 1) * size, page * size));
  const channels = new Map([...sites, ...accounts].map(({ id, name }) => [id, name]));
  const titles = new Map((await listNotices(app.db, areaId)).map(({ id, title }) => [id, title]));
  const headings = shown.some(({ basis }) => basis.kind === 'prompt')
    ? new Map((await listPrompts(app.db, areaId)).map(({ id, heading }) => [id, heading]))
    : new Map<string, string>();
  const basisOf = (basis: EntryBasis) => {
    const none = { period: null, channel: null, problems: [] as string[], notice: null, prompt: null, hand: null };
    switch (basis.kind) {
      case 'period': {
        const channel = { id: basis.channelId, name: channels.get(basis.channelId) ?? basis.channelId };
        const period = { id: basis.periodId, label: parsePeriod(basis.periodId).label };
        return { ...none, kind: basis.kind, period, channel, problems: [...basis.problems] };
      }
      case 'problem':
        return { ...none, kind: basis.kind, problems: [basis.problemId] };
      case 'notice':
        return { ...none, kind: basis.kind, notice: { id: basis.noticeId, title: titles.get(basis.noticeId) ?? '' } };
      case 'prompt':
        return { ...none, kind: basis.kind, prompt: { id: basis.promptId, heading: headings.get(basis.promptId) ?? '' } };
      case 'hand':
        return { ...none, kind: basis.kind, hand: { id: basis.handId, proof: basis.proof, by: basis.by } };
    }
  };
  const rows = shown.map(({ id, itemId, unitId, day, points, counted, capped, reason, basis }) => ({
    ...{ id, day, points, counted, capped, reason },
    item: { id: itemId, name: items.get(itemId) ?? itemId },
    unit: { id: unitId, name: names.get(unitId) ?? unitId },
    basis: basisOf(basis),
    objections: objections.filter(({ subjectId }) => subjectId === id).map(objectionLine),
  }));
  const hand = await listHandEntries(app.db, areaId, year);
  const retracted = hand
    .filter(({ retractedAt, unitId }) => retractedAt !== null && (within === null || within.has(unitId)))
    .map(({ id, unitId, itemId, points, reason, byName, retractedBy, retractedReason }) => ({
      ...{ id, points, reason, by: byName },
      unit: names.get(unitId) ?? unitId,
      item: items.get(itemId) ?? itemId,
      retractedBy: retractedBy ?? '',
      retractedReason: retractedReason ?? '',
    }));
  const sum = wanted.reduce((total, { counted }) => total + cents(counted), 0) / 100;
  return { year, total: wanted.length, sum, page, size: size ?? wanted.length, rows, retracted };
}
export type EntriesView = Awaited<ReturnType<typeof viewEntries>>;

interface Context {
  names: ReadonlyMap<string, string>;
  objections: readonly Objection[];
}

function narrowed(
  entries: readonly CountedEntry[],
  { itemId, state, words }: EntriesAsked,
  { names, objections }: Context,
): CountedEntry[] {
  const waiting = new Set(objections.filter(({ outcome }) => outcome === null).map(({ subjectId }) => subjectId));
  const objected = new Set(objections.map(({ subjectId }) => subjectId));
  const inState: Readonly<Record<EntryState, (entry: CountedEntry) => boolean>> = {
    waiting: ({ id }) => waiting.has(id),
    objected: ({ id }) => objected.has(id),
    capped: ({ capped }) => capped !== 'no',
  };
  return entries.filter(
    (entry) =>
      (itemId === undefined || entry.itemId === itemId) &&
      (state === undefined || inState[state](entry)) &&
      (!words || entry.reason.includes(words) || (names.get(entry.unitId) ?? '').includes(words)),
  );
}

/** By what is asked; entries alike stay in the order in which they count. */
function byWish(
  { sort = 'day', descending = false }: EntriesAsked,
  { names, items }: { names: ReadonlyMap<string, string>; items: readonly string[] },
): (a: CountedEntry, b: CountedEntry) => number {
  const place = new Map([...names.keys()].map((id, i) => [id, i]));
  const by: Readonly<Record<EntrySort, (entry: CountedEntry) => string | number>> = {
    day: ({ day }) => day,
    points: ({ counted }) => counted,
    unit: ({ unitId }) => place.get(unitId) ?? -1,
    item: ({ itemId }) => items.indexOf(itemId),
  };
  const value = by[sort];
  const sign = descending ? -1 : 1;
  return (a, b) => sign * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0);
}

/** An objection as pages show it: both versions, and who said what when. */
export function objectionLine({ before, after, ...one }: Objection) {
  return {
    ...{ id: one.id, reason: one.reason, proof: one.proof, raisedBy: one.raisedBy, raisedAt: one.raisedAt },
    before: before as Record<string, unknown>,
    after: after as Record<string, unknown> | null,
    decision:
      one.outcome === null || one.decidedAt === null
        ? null
        : { outcome: one.outcome, reason: one.decidedReason ?? '', by: one.decidedBy ?? '', at: one.decidedAt },
  };
}
