import { groupBy } from '../../checks/lib/group-by.ts';
import type { Observation } from '../../checks/observation.ts';
import type { CarryOverState } from '../../core/carry-over.ts';
import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { limitName } from '../../core/limit.ts';
import { previousPeriod } from '../../core/period.ts';
import type { Span } from '../../ledger/stock.ts';
import { dismiss } from '../../sheets/dismiss.ts';
import { judgeChannel } from '../../sheets/judge-channel.ts';
import { isDecisive, latestOfEach } from '../../sheets/judged.ts';
import type { ResolvedSheet } from '../../sheets/resolve.ts';
import { judgedDays } from '../../store/judgements.ts';
import { problemsFoundByPeople, problemsSetAside } from '../../store/ledger-parts.ts';
import { observationsBearing } from '../../store/period-observations.ts';
import { findPeriod } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { type Channel, inBaseOn } from '../../subjects/channel.ts';
import { type Column, columnName } from '../../subjects/column.ts';
import { readAreaSettings } from '../area-settings.ts';
import { thinnedBefore } from '../evidence/thinned-before.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { dismissedBy } from '../periods/dismissed.ts';
import { foundByPeople } from '../periods/found-by-people.ts';
import { type ChannelBasis, fingerprintsOf, type PeriodReading, periodBasis } from '../periods/judge-period.ts';
import { verdictRulings } from '../periods/verdict-rulings.ts';
import { choosePeriod } from '../views/area-of.ts';
import { COLUMN_CHECK, tryColumns } from './column-trial.ts';
import { chosenColumns } from './columns-chosen.ts';
import { LIMIT_CHECKS, limitInForce, tryLimit } from './limit-trial.ts';
import type { Trial } from './trial.ts';

/** What a limit may be tried on. */
export const TRIED_CHECKS = { ...LIMIT_CHECKS, [COLUMN_CHECK]: '栏目多少天没有更新' } as const;
export type TriedCheck = keyof typeof TRIED_CHECKS;

/** One way to reckon a period. `days` null = the limit in force. */
export interface Variant {
  days: number | null;
  carryOver: boolean;
  verdicts: Record<ChannelVerdict, number>;
  failing: { unitId: string; unit: string; channels: string[] }[];
  /** Of the columns tried, those past the limit at the end, by unit; null where columns are not what is tried. */
  overdue: { unitId: string; unit: string; columns: string[] }[] | null;
  /** Against the limit in force with carry-over: units that would fail besides, and no longer. */
  more: string[];
  fewer: string[];
}

export interface WhatIfAsked {
  periodId: string | undefined;
  check: TriedCheck;
  days: readonly number[];
  /** Of columns: only those with this limit of their own, only those of this name. */
  own?: string | undefined;
  column?: string | undefined;
}

/**
 * How many units of a period fail under other limits, with and without last period's problems, from kept facts; nothing is
 * written. Only channels of the base count. Throws 'not-found' where the period was not closed or has no such column.
 */
export async function viewWhatIf(app: App, areaId: string, asked: WhatIfAsked) {
  const period = await choosePeriod(app, areaId, asked.periodId);
  if (period === null) throw new MingchaError('not-found', '本地区还没有统计过任何一期。', '请先结账一期，再作测算。');
  const settings = await readAreaSettings(app.db, areaId);
  const register = await readRegister(app.db, areaId);
  const previous = await findPeriod(app.db, areaId, previousPeriod(period).id);
  const span = { after: previous?.cutoff ?? null, cutoff: period.cutoff };
  const inBase = [...register.sites, ...register.accounts].filter((channel) => inBaseOn(channel, period.cutoff));
  const days: CalendarDate[] = await judgedDays(app.db, areaId, span.after, span.cutoff);
  const limits = [...new Set(asked.days)].toSorted((a, b) => a - b).map((n) => `P${n}D`);
  const observed = await observationsBearing(app.db, areaId, {
    ...{ after: span.after ?? '0001-01-01', until: span.cutoff },
    channelIds: inBase.map(({ id }) => id),
  });
  const choice = asked.check === COLUMN_CHECK ? chosenColumns(register, inBase, days.at(-1) ?? span.cutoff, asked) : null;
  const trial = await (asked.check === COLUMN_CHECK
    ? tryColumns(app, { register, tried: choice?.tried ?? [], limits, day: days.at(-1) ?? span.cutoff, settings, observed })
    : tryLimit(app, { register, channels: ofKind(inBase, asked.check), days, check: asked.check, limits, settings }));
  const basis = await periodBasis(
    app,
    { areaId, register, period, span, previousId: previous?.id ?? null },
    readingFor(app.db, areaId, { observed, span, carriedIn: previous?.id ?? null, besides: [...trial.again.values()].flat() }),
  );
  const counted = basis.channels.filter(({ channel }) => inBaseOn(channel, period.cutoff));
  const isDismissed = dismissedBy(basis.ledger, span.cutoff);
  const names = new Map(register.units.map(({ id, name }) => [id, name]));
  const ways: { days: number | null; rows: ChannelBasis[] }[] = [
    { days: null, rows: counted },
    ...limits.map((limit) => ({
      days: Number(limit.slice(1, -1)),
      rows: underLimit(counted, trial, limit, dismiss(trial.again.get(limit) ?? [], isDismissed)),
    })),
  ];
  const granted = new Map((await verdictRulings(app.db, areaId, period.id)).map(({ channelId, verdict }) => [channelId, verdict]));
  const verdictOf = judgedOnce(basis.sheet, granted, foundByPeople(basis.ledger, span));
  const before = new Set(failingOf(verdictOf, counted, true, names).failing.map(({ unit }) => unit));
  const variants = ways.flatMap(({ days: n, rows }) => {
    const overdue = choice && overdueOf(rows, choice.tried, names);
    return [true, false].map((carryOver): Variant => {
      const { verdicts, failing } = failingOf(verdictOf, rows, carryOver, names);
      const now = new Set(failing.map(({ unit }) => unit));
      const more = failing.map(({ unit }) => unit).filter((unit) => !before.has(unit));
      return { days: n, carryOver, verdicts, failing, overdue, more, fewer: [...before].filter((unit) => !now.has(unit)) };
    });
  });
  const inForce = asked.check === COLUMN_CHECK ? (choice?.own ?? null) : limitInForce(basis.sheet, asked.check);
  const thinned = await thinnedBefore(app.db, areaId);
  return {
    period: { id: period.id, label: period.label, cutoff: period.cutoff },
    check: { code: asked.check, name: TRIED_CHECKS[asked.check] },
    inForce: inForce === null ? null : limitName(inForce),
    judgedDays: days.length,
    base: counted.length,
    units: new Set(counted.map(({ channel }) => channel.unitId)).size,
    /** Days whose facts have been thinned by rule, so that another limit may come out otherwise than it would have then. */
    thinned: thinned === null ? 0 : days.filter((day) => day < thinned).length,
    columns: choice && {
      tried: choice.tried.length,
      own: choice.own,
      name: asked.column ?? null,
      limits: choice.limits,
      names: choice.names,
    },
    variants,
  };
}

const ofKind = (channels: readonly Channel[], check: TriedCheck): string[] =>
  channels.filter(({ type }) => type === (check === 'account-stale' ? 'account' : 'site')).map(({ id }) => id);

/** Only what can bear on results; `besides`: what would have been observed under other limits. */
const readingFor = (
  db: Db,
  areaId: string,
  {
    observed,
    span,
    carriedIn,
    besides,
  }: { observed: ReadonlyMap<string, Observation[]>; span: Span; carriedIn: string | null; besides: readonly Observation[] },
): PeriodReading => ({
  observations: async () => observed,
  ledger: async (met) => {
    const fingerprints = [...new Set([...met, ...fingerprintsOf(besides)])];
    const [aside, byPeople] = await Promise.all([
      problemsSetAside(db, areaId, { carriedIn, fingerprints }),
      problemsFoundByPeople(db, areaId, span),
    ]);
    const ids = [...new Set([...aside, ...byPeople])];
    return ids.length > 0 ? ledgerOf(db, areaId, { ids }) : [];
  },
});

/** What channels rest on under a limit. */
function underLimit(rows: readonly ChannelBasis[], { keeps }: Trial, limit: string, again: readonly Observation[]): ChannelBasis[] {
  const byChannel = groupBy(again, ({ channelId }) => channelId);
  return rows.map((row) => {
    const kept = row.observations.flatMap((o) => keeps(limit, o) ?? []);
    const added = byChannel.get(row.channel.id) ?? [];
    const isAsItWas = added.length === 0 && kept.length === row.observations.length && kept.every((o, i) => o === row.observations[i]);
    return isAsItWas ? row : { ...row, observations: [...kept, ...added] };
  });
}

/** Columns past the limit by their last answer, under the units that keep them. */
function overdueOf(rows: readonly ChannelBasis[], tried: readonly Column[], names: ReadonlyMap<string, string>) {
  const columns = new Map(tried.map((column) => [column.id, column]));
  const last = rows.flatMap(({ observations }) =>
    latestOfEach(
      observations.filter(({ checkId, subjectId }) => checkId === COLUMN_CHECK && columns.has(subjectId)),
      isDecisive,
    ),
  );
  const late = last.flatMap((o) => (o.verdict === 'fail' ? (columns.get(o.subjectId) ?? []) : []));
  return [...groupBy(late, ({ unitId }) => unitId)].map(([unitId, some]) => ({
    ...{ unitId, unit: names.get(unitId) ?? unitId },
    columns: some.map(({ path }) => columnName(path)),
  }));
}

type VerdictOf = (row: ChannelBasis, carried: CarryOverState) => ChannelVerdict;

/**
 * Judges what a channel rests on once, however many variants share it, and as closing a period does: what persons found is told with
 * it, and what the office has granted stands (seeds V09).
 */
function judgedOnce(sheet: ResolvedSheet, granted: ReadonlyMap<string, ChannelVerdict>, told: ReturnType<typeof foundByPeople>): VerdictOf {
  const judged = ({ channel, kind, observations }: ChannelBasis, carried: CarryOverState): ChannelVerdict =>
    told(channel.id, judgeChannel(sheet, kind, observations, carried)).verdict;
  const known = new Map<ChannelBasis, Map<CarryOverState, ChannelVerdict>>();
  return (row, carried) => {
    const mine = known.get(row) ?? new Map<CarryOverState, ChannelVerdict>();
    known.set(row, mine);
    const verdict = granted.get(row.channel.id) ?? mine.get(carried) ?? judged(row, carried);
    mine.set(carried, verdict);
    return verdict;
  };
}

function failingOf(verdictOf: VerdictOf, rows: readonly ChannelBasis[], carryOver: boolean, names: ReadonlyMap<string, string>) {
  const verdicts: Record<ChannelVerdict, number> = { no_problem: 0, pass: 0, fail: 0, undecided: 0 };
  const failing = new Map<string, string[]>();
  for (const row of rows) {
    const { channel, carried } = row;
    const verdict = verdictOf(row, carryOver ? carried : 'none');
    verdicts[verdict] += 1;
    if (verdict === 'fail') failing.set(channel.unitId, [...(failing.get(channel.unitId) ?? []), channel.name]);
  }
  return {
    verdicts,
    failing: [...failing].map(([unitId, channels]) => ({ unitId, unit: names.get(unitId) ?? unitId, channels })),
  };
}
