import { appendToLedger } from '../../src/app/ledger/append.ts';
import { addDays, type CalendarDate } from '../../src/core/date.ts';
import { MingchaError } from '../../src/core/error.ts';
import { apply } from '../../src/ledger/apply.ts';
import { ACTS, type Act, type ProblemEvent, ROLES } from '../../src/ledger/event.ts';
import { actor, draft, problem } from '../../src/ledger/ledger.fixture.ts';
import type { LedgerEntry } from '../../src/ledger/reconcile-input.ts';
import type { Db } from '../../src/store/schema.ts';

/** A seeded generator, so that a failure can be repeated (mulberry32). */
export function random(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Where {
  areaId: string;
  unitIds: readonly string[];
  channelIds: readonly (string | null)[];
  /** The first day on which anything may be found. */
  from: CalendarDate;
  /** How many things are tried on each problem. */
  attempts: number;
  /** How many days may pass from one to the next. */
  stride: number;
  /** How many places the problems share; a later one of the same place may come again. */
  places: number;
}

/** Somebody tries everything; what the ledger refuses does not happen. */
function randomLife(
  seed: number,
  known: readonly string[],
  { areaId, unitIds, channelIds, from, attempts, stride, places }: Where,
): LedgerEntry {
  const pick = random(seed);
  const oneOf = <T>(values: readonly T[]): T => values[pick(values.length)] as T;
  const unitId = oneOf(unitIds);
  const p = problem({
    areaId,
    ...{ unitId, channelId: oneOf(channelIds), fingerprint: `print ${seed % places}` },
    firstFoundOn: addDays(from, pick(40)),
  });
  const events: ProblemEvent[] = [];
  for (let i = 0; i < attempts; i += 1) {
    const act = oneOf(ACTS);
    const role = oneOf(ROLES);
    const day = events.length === 0 ? p.firstFoundOn : addDays(events.at(-1)?.day ?? from, pick(stride));
    const data = dataOf(act, day, known, oneOf) ?? uncarriedData(act, day, events, pick);
    try {
      events.push(apply(p, events, draft(act, role, day, { by: actor(role, role === 'unit' ? unitId : null), ...(data && { data }) })));
    } catch (error) {
      if (!(error instanceof MingchaError)) throw error;
    }
  }
  return { problem: p, events };
}

function dataOf(
  act: Act,
  day: CalendarDate,
  known: readonly string[],
  oneOf: (ids: readonly string[]) => string,
): ProblemEvent['data'] | null {
  if (act === 'carried_over') return { period: day.slice(0, 7), cutoff: day };
  return act === 'merged' && known.length > 0 ? { into: oneOf(known) } : null;
}

/** What a closing says of a withdrawal: it counts at a cut-off that was before it. */
function uncarriedData(act: Act, day: CalendarDate, events: readonly ProblemEvent[], pick: (below: number) => number) {
  if (act !== 'uncarried') return null;
  const cutoff = addDays(day, -pick(12));
  return { period: cutoff.slice(0, 7), cutoff, takes: events.findLast((event) => event.act === 'withdrawn')?.seq ?? null };
}

/** So many lives that came to anything; of two that began at one place on one day, which are one problem, the first. */
export function randomLedger(lives: number, where: Where): LedgerEntry[] {
  const ledger = new Map<string, LedgerEntry>();
  for (let seed = 0; seed < lives; seed += 1) {
    const entry = randomLife(seed, [...ledger.keys()], where);
    if (entry.events.length > 0 && !ledger.has(entry.problem.id)) ledger.set(entry.problem.id, entry);
  }
  return [...ledger.values()];
}

/** Keeps lives act by act, as they come: what is taken back has been kept before. */
export async function keepLives(db: Db, ledger: readonly LedgerEntry[]): Promise<void> {
  const known = new Map<string, ProblemEvent[]>();
  for (let step = 0; ; step += 1) {
    const next = ledger.flatMap(({ problem: p, events }) => events.slice(step, step + 1).map((event) => ({ problem: p, event })));
    if (next.length === 0) return;
    const before = ledger.map(({ problem: p }) => ({ problem: p, events: known.get(p.id) ?? [] }));
    if (step === 0) await appendToLedger(db, [], { opened: next });
    else await appendToLedger(db, before, { events: next.map(({ event }) => event) });
    for (const { problem: p, event } of next) known.set(p.id, [...(known.get(p.id) ?? []), event]);
  }
}
