import type { Finding } from '../../checks/define.ts';
import { CATEGORIES } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { periodsOpen } from '../../ledger/close-period.ts';
import type { Problem } from '../../ledger/event.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { isOverdue, neverWas, type Projection, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { inStock, PROBLEM_STATUSES, type ProblemStatus } from '../../ledger/status.ts';
import { stoodIn } from '../../ledger/stood.ts';
import type { Handing } from '../../notice/handing.ts';
import type { ChannelRow, ProblemRow } from '../../notice/snapshot.ts';
import type { PeriodVerdict } from '../../store/periods.ts';
import { type Channel, PLATFORM_NAMES, SITE_KIND_NAMES } from '../../subjects/channel.ts';
import type { Register } from '../../subjects/register.ts';
import { printedUnitName, type Unit } from '../../subjects/unit.ts';

/** Names of units and channels as the notice prints them. */
export class Names {
  readonly units: ReadonlyMap<string, Unit>;
  readonly channels: ReadonlyMap<string, Channel>;
  constructor(register: Register) {
    this.units = new Map(register.units.map((unit) => [unit.id, unit]));
    this.channels = new Map([...register.sites, ...register.accounts].map((channel) => [channel.id, channel]));
  }
  unit(id: string): { unit: string; unitPrinted: string } {
    const unit = this.units.get(id);
    return unit ? { unit: unit.name, unitPrinted: printedUnitName(unit) } : { unit: id, unitPrinted: id };
  }
  channel(id: string | null): { channelId: string | null; channelKind: string | null; channelName: string | null } {
    const channel = id === null ? undefined : this.channels.get(id);
    return { channelId: id, channelKind: channel ? kindOf(channel).kind : null, channelName: channel?.name ?? null };
  }
}

/** Kind of a channel as notices call it. */
export function kindOf(channel: Channel): { kind: string; kindName: string } {
  return channel.type === 'site'
    ? { kind: channel.kind, kindName: SITE_KIND_NAMES[channel.kind] }
    : { kind: channel.platform, kindName: PLATFORM_NAMES[channel.platform] };
}

/** A channel with its result. */
export function channelRow(channel: Channel, verdicts: readonly PeriodVerdict[], names: Names): ChannelRow[] {
  const verdict = verdicts.find((row) => row.channelId === channel.id);
  if (!verdict) return [];
  const { unit, unitPrinted } = names.unit(channel.unitId);
  return [
    {
      id: channel.id,
      ...kindOf(channel),
      type: channel.type,
      unit,
      // Tables of accounts print the plain name, tables of sites the one with its plates.
      unitPrinted: channel.type === 'site' ? unitPrinted : unit,
      unitGroup: names.units.get(channel.unitId)?.group ?? null,
      level: channel.type === 'account' ? channel.level : null,
      name: channel.name,
      inBase: verdict.inBase,
      outside: verdict.outside,
      verdict: verdict.verdict,
      reasons: verdict.reasons,
      carryOver: verdict.carryOver,
      failedInARow: verdict.failedInARow,
      score: verdict.score,
      coverage: verdict.coverage,
    },
  ];
}

/** What the notice does with a problem, by how it stands when it is frozen. */
const HANDING_OF: Readonly<Partial<Record<ProblemStatus, Handing>>> = {
  confirmed: 'first',
  not_rectified: 'again',
  partly_rectified: 'again_partly',
  handed_over: 'with_unit',
  received: 'with_unit',
  rectified: 'claimed',
  disputed: 'disputed',
  rechecked_ok: 'fixed',
  exempted: 'exempted_since',
};

/** Of one that stood at the cut-off. What is no more in the stock, and may have been met again since, was struck off. */
function handingOf(now: Projection, cutoff: CalendarDate): Handing {
  const handing = HANDING_OF[now.status] ?? 'closed_since';
  return handing === 'with_unit' && isOverdue(now, cutoff) ? 'overdue' : handing;
}

/** A problem that stood in the stock at any time of the span, and has not been taken back since. */
export function problemRow(
  entry: LedgerEntry,
  periodId: string,
  span: { after: CalendarDate | null; cutoff: CalendarDate },
  names: Names,
): ProblemRow[] {
  const then = projectAsOf(entry.events, span.cutoff);
  const opening = span.after === null ? null : projectAsOf(entry.events, span.after);
  if (!then || !stoodIn(entry, span)) return [];
  const now = project(entry.events);
  // A notice names it nowhere, whenever it was found to be none.
  if (neverWas(now)) return [];
  return [
    {
      ...printed(entry.problem, names),
      ...(CONFIDENTIAL.includes(entry.problem.category) ? { withheld: true as const } : {}),
      // What came back after the cut-off is the next notice's.
      handing: inStock(then.status) ? handingOf(now, span.cutoff) : null,
      level: 'problem',
      rectified: then.rectified,
      periods: periodsOpen(now, periodId),
      carriedOver: opening !== null && inStock(opening.status),
      status: PROBLEM_STATUSES[then.status],
    },
  ];
}

/** What a row prints of a problem whatever became of it. */
function printed(problem: Problem, names: Names) {
  const { path, limit, lastUpdate, names: together } = problem.measured;
  return {
    id: problem.id,
    ...names.unit(problem.unitId),
    ...names.channel(problem.channelId),
    category: problem.category,
    categoryName: CATEGORIES[problem.category],
    // A finding about several accounts names them all.
    place: typeof together === 'string' ? together : problem.placeLabel,
    path: typeof path === 'string' ? path.split('—') : null,
    limit: typeof limit === 'string' ? limit : null,
    lastUpdate: typeof lastUpdate === 'string' ? lastUpdate : null,
    foundOn: problem.firstFoundOn,
    text: problem.text,
  };
}

/** What a person found and the desk took for 薄弱环节 only: listed in the notice of its span, held against nobody (seeds V08). */
export function weaknessRow(
  { problem, events }: LedgerEntry,
  span: { after: CalendarDate | null; cutoff: CalendarDate },
  names: Names,
): ProblemRow[] {
  const then = projectAsOf(events, span.cutoff);
  const answer = then === null ? undefined : events[then.seq - 1];
  if (then?.status !== 'rejected' || answer?.data.code !== 'weakness' || then.foundOn <= (span.after ?? '')) return [];
  return [
    {
      ...printed(problem, names),
      level: 'warning',
      rectified: 'not-stated',
      periods: 1,
      carriedOver: false,
      status: '提醒',
    },
  ];
}

export function warningRow(
  { channelId, finding, day }: { channelId: string; finding: Finding; day: CalendarDate },
  names: Names,
): ProblemRow {
  const { path, limit, lastUpdate } = finding.measured;
  const channel = names.channels.get(channelId);
  return {
    id: finding.fingerprint,
    ...names.unit(channel?.unitId ?? ''),
    ...names.channel(channelId),
    category: finding.category,
    categoryName: CATEGORIES[finding.category],
    level: 'warning',
    place: finding.place.label,
    path: typeof path === 'string' ? path.split('—') : null,
    limit: typeof limit === 'string' ? limit : null,
    lastUpdate: typeof lastUpdate === 'string' ? lastUpdate : null,
    foundOn: day,
    text: finding.text,
    rectified: 'not-stated',
    periods: 1,
    carriedOver: false,
    status: '提醒',
  };
}
