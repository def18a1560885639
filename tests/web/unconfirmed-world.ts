import { projectionOf } from '../../src/app/ledger/append.ts';
import type { Category } from '../../src/core/category.ts';
import { type Act, type ProblemEvent, ROLES } from '../../src/ledger/event.ts';
import { advance, type Projection } from '../../src/ledger/project.ts';
import { actsFor, type Before } from '../../src/ledger/transitions.ts';
import { insertRawFindings, insertRawProof } from '../../src/store/desk-raw.ts';
import { appendEvents } from '../../src/store/problem-events.ts';
import type { Db } from '../../src/store/schema.ts';
import { event, problem } from '../support/store-world.ts';

/** Stands in every word of a problem that nobody ever confirmed, and nowhere else. */
export const UNSAID = '无人认定之词';
/** Stands in those of one that was confirmed once, whatever became of it. */
export const SAID = '曾经认定之词';
const LONGEST = 5;
const DATA: Partial<Record<Act, ProblemEvent['data']>> = {
  handed_over: { due: '2022-12-30' },
  exempted: { until: '2023-06-30' },
  merged: { into: 'another' },
  carried_over: { period: '2022-11' },
  uncarried: { period: '2022-11', takes: 1, cutoff: '2022-11-30' },
};

export interface History {
  events: readonly ProblemEvent[];
  end: Projection;
}

/**
 * The shortest way into every state of the ledger's table that a finding of others can stand in, once for findings that were never
 * confirmed and once for those that were: found by walking the table, so that a new state or way has its row by itself.
 */
export function histories(problemUnit: string): History[] {
  const found = new Map<string, History>();
  let ways: History[] = begun(problemUnit);
  for (let length = 1; length <= LONGEST; length += 1) {
    for (const way of ways) {
      const key = `${way.end.status} ${way.end.everInStock} ${way.events.at(-1)?.act === 'undone'}`;
      if (!found.has(key)) found.set(key, way);
    }
    ways = ways.flatMap((way) => onwards(way, problemUnit));
  }
  return [...found.values()];
}

const begun = (unit: string): History[] =>
  onwards(null, unit).filter(({ events: [first] }) => first?.by.role === 'machine' || first?.by.role === 'third_party');

function onwards(way: History | null, unit: string): History[] {
  const before: Before = way?.end.status ?? 'new';
  const seq = (way?.events.length ?? 0) + 1;
  return ROLES.flatMap((role) =>
    actsFor(before, role).flatMap((act) => {
      if (act === 'undone' && way?.end.suspicion === null) return [];
      const by = { role, unitId: role === 'unit' ? unit : null, name: '某人' };
      const next = event('x', seq, act, { day: '2022-12-20', by, data: DATA[act] ?? {} });
      return [{ events: [...(way?.events ?? []), next], end: advance(way?.end ?? null, next) }];
    }),
  );
}

/** Histories as problems charged to a unit and, each once more, as ones that only lie with it. Answers the ids. */
export async function seedHistories(
  db: Db,
  some: readonly History[],
  of: { areaId: string; unitId: string; besideId: string; channelId: string; category: Category; blob: string; userId: string },
): Promise<string[]> {
  const { areaId, unitId, besideId, channelId, category, blob, userId } = of;
  const at = '2022-12-20T01:00:00.000Z';
  const ids: string[] = [];
  for (const { events, end } of some)
    for (const [how, charge] of [
      ['charged', { unitId, channelId }],
      ['lies-with', { unitId: besideId, atUnitId: unitId, channelId: null }],
    ] as const) {
      const id = [how, ...events.map(({ act }) => act)].join('-');
      const words = end.everInStock ? SAID : UNSAID;
      const [first, ...rest] = events.map((act) => event(id, act.seq, act.act, { ...act, problemId: id, reason: words }));
      if (!first) throw new Error('a history without acts');
      const place = { placeLabel: words, text: words, measured: { note: words }, firstFoundOn: '2022-12-20' };
      const entry = { problem: problem(id, { areaId, category, ...place, ...charge }), projection: projectionOf([first, ...rest]) };
      await appendEvents(db, [{ ...entry, events: [first, ...rest] }]);
      await insertRawFindings(db, [{ areaId, problemId: id, userId, enteredAt: at, fileName: words, fileBlob: blob, fileRow: words }]);
      await insertRawProof(db, { areaId, problemId: id, id: `picture of ${id}`, blob, kind: 'png', bytes: 1, at });
      ids.push(id);
    }
  return ids;
}
