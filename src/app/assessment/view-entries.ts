import { parsePeriod } from '../../core/period.ts';
import type { EntryBasis } from '../../ledger/assessment/entry.ts';
import { listHandEntries } from '../../store/assessment.ts';
import { listNotices } from '../../store/notices.ts';
import { listObjections, type Objection } from '../../store/objections.ts';
import { listPrompts } from '../../store/prompts.ts';
import { readRegister } from '../../store/register.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type UnitScope, unitsInScope } from './scope.ts';
import { scoresOf } from './year.ts';

/** Entries of a year with what each rests on and what was said against it; of one unit or item if asked. */
export async function viewEntries(app: App, areaId: string, year: number, asked: UnitScope & { itemId: string | undefined }) {
  await areaOf(app, areaId);
  const { scheme, entries, units: scored } = await scoresOf(app, areaId, year);
  const { units, sites, accounts } = await readRegister(app.db, areaId);
  const within = unitsInScope(units, asked);
  const channels = new Map([...sites, ...accounts].map(({ id, name }) => [id, name]));
  const titles = new Map((await listNotices(app.db, areaId)).map(({ id, title }) => [id, title]));
  const headings = new Map((await listPrompts(app.db, areaId)).map(({ id, heading }) => [id, heading]));
  const names = new Map([...units, ...scored.map(({ unitId, name }) => ({ id: unitId, name }))].map(({ id, name }) => [id, name]));
  const items = new Map(scheme.items.map(({ id, name }) => [id, name]));
  const objections = await listObjections(app.db, areaId, 'score', String(year));
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
  const rows = entries
    .filter(({ unitId, itemId }) => (within === null || within.has(unitId)) && (asked.itemId === undefined || itemId === asked.itemId))
    .map(({ id, itemId, unitId, day, points, counted, capped, reason, basis }) => ({
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
  return { year, rows, retracted };
}
export type EntriesView = Awaited<ReturnType<typeof viewEntries>>;

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
