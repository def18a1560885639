import type { Observation } from '../../checks/observation.ts';
import type { CarryOverState } from '../../core/carry-over.ts';
import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { limitName } from '../../core/limit.ts';
import { previousPeriod } from '../../core/period.ts';
import { dismiss } from '../../sheets/dismiss.ts';
import { judgeChannel } from '../../sheets/judge-channel.ts';
import type { ResolvedSheet } from '../../sheets/resolve.ts';
import { judgedDays } from '../../store/judgements.ts';
import { problemsSetAside } from '../../store/ledger-parts.ts';
import { observationsBearing } from '../../store/period-observations.ts';
import { findPeriod } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { readAreaSettings } from '../area-settings.ts';
import { thinnedBefore } from '../evidence/thinned-before.ts';
import { rulesFor } from '../judge/rules.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { dismissedBy } from '../periods/dismissed.ts';
import { type ChannelBasis, fingerprintsOf, type PeriodReading, periodBasis } from '../periods/judge-period.ts';
import { choosePeriod } from '../views/area-of.ts';
import { checksTouched, LIMIT_CHECKS, type LimitCheck, rejudgeUnder } from './rejudge.ts';

/** One way to reckon a period. `days` null = the limit in force. */
export interface Variant {
  days: number | null;
  carryOver: boolean;
  verdicts: Record<ChannelVerdict, number>;
  failing: { unitId: string; unit: string; channels: string[] }[];
  /** Against the limit in force with carry-over: units that would fail besides, and no longer. */
  more: string[];
  fewer: string[];
}

/**
 * How many units of a period fail under other limits, with and without last period's problems, from kept facts; nothing is
 * written. Only channels of the base count. Throws 'not-found' where the period was not closed or has no judged day.
 */
export async function viewWhatIf(
  app: App,
  areaId: string,
  asked: { periodId: string | undefined; check: LimitCheck; days: readonly number[] },
) {
  const period = await choosePeriod(app, areaId, asked.periodId);
  if (period === null) throw new MingchaError('not-found', '本地区还没有统计过任何一期。', '请先结账一期，再作测算。');
  const settings = await readAreaSettings(app.db, areaId);
  const register = await readRegister(app.db, areaId);
  const previous = await findPeriod(app.db, areaId, previousPeriod(period).id);
  const span = { after: previous?.cutoff ?? null, cutoff: period.cutoff };
  const touchedType = asked.check === 'account-stale' ? 'account' : 'site';
  const channels = [...register.sites, ...register.accounts]
    .filter((channel) => channel.type === touchedType && inBaseOn(channel, period.cutoff))
    .map(({ id }) => id);
  const days: CalendarDate[] = await judgedDays(app.db, areaId, span.after, span.cutoff);
  const limits = [...new Set(asked.days)].toSorted((a, b) => a - b).map((n) => `P${n}D`);
  const again = await rejudgeUnder(app, { register, channels, days, check: asked.check, limits, settings });
  const basis = await periodBasis(
    app,
    { areaId, register, period, span, previousId: previous?.id ?? null },
    readingFor(app.db, areaId, { carriedIn: previous?.id ?? null, besides: [...again.values()].flat() }),
  );
  const counted = basis.channels.filter(({ channel }) => inBaseOn(channel, period.cutoff));
  const touched = new Set(checksTouched((await rulesFor(settings, period.cutoff)).catalogue, asked.check).checks.map(({ id }) => id));
  const isDismissed = dismissedBy(basis.ledger, span.cutoff);
  const names = new Map(register.units.map(({ id, name }) => [id, name]));
  const ways: { days: number | null; rows: ChannelBasis[] }[] = [
    { days: null, rows: counted },
    ...limits.map((limit) => ({
      days: Number(limit.slice(1, -1)),
      rows: replaced(counted, touched, new Set(channels), dismiss(again.get(limit) ?? [], isDismissed)),
    })),
  ];
  const verdictOf = judgedOnce(basis.sheet);
  const actual = failingOf(verdictOf, counted, true, names);
  const before = new Set(actual.failing.map(({ unit }) => unit));
  const variants = ways.flatMap(({ days: n, rows }) =>
    [true, false].map((carryOver): Variant => {
      const { verdicts, failing } = failingOf(verdictOf, rows, carryOver, names);
      const now = new Set(failing.map(({ unit }) => unit));
      const more = failing.map(({ unit }) => unit).filter((unit) => !before.has(unit));
      return { days: n, carryOver, verdicts, failing, more, fewer: [...before].filter((unit) => !now.has(unit)) };
    }),
  );
  const inForce = limitInForce(basis.sheet, asked.check);
  const thinned = await thinnedBefore(app.db, areaId);
  return {
    period: { id: period.id, label: period.label, cutoff: period.cutoff },
    check: { code: asked.check, name: LIMIT_CHECKS[asked.check] },
    inForce: inForce === null ? null : limitName(inForce),
    judgedDays: days.length,
    base: counted.length,
    units: new Set(counted.map(({ channel }) => channel.unitId)).size,
    /** Days whose facts have been thinned by rule, so that another limit may come out otherwise than it would have then. */
    thinned: thinned === null ? 0 : days.filter((day) => day < thinned).length,
    variants,
  };
}

/** Only what can bear on results; `besides`: what would have been observed under other limits. */
const readingFor = (
  db: Db,
  areaId: string,
  { carriedIn, besides }: { carriedIn: string | null; besides: readonly Observation[] },
): PeriodReading => ({
  observations: (span) => observationsBearing(db, areaId, span),
  ledger: async (met) => {
    const fingerprints = [...new Set([...met, ...fingerprintsOf(besides)])];
    const ids = await problemsSetAside(db, areaId, { carriedIn, fingerprints });
    return ids.length > 0 ? ledgerOf(db, areaId, { ids }) : [];
  },
});

function replaced(
  rows: readonly ChannelBasis[],
  checks: ReadonlySet<string>,
  channels: ReadonlySet<string>,
  again: readonly Observation[],
): ChannelBasis[] {
  const byChannel = new Map<string, Observation[]>();
  for (const o of again) {
    const mine = byChannel.get(o.channelId);
    if (mine) mine.push(o);
    else byChannel.set(o.channelId, [o]);
  }
  return rows.map((row) => {
    const { id } = row.channel;
    if (!channels.has(id)) return row;
    return { ...row, observations: [...row.observations.filter(({ checkId }) => !checks.has(checkId)), ...(byChannel.get(id) ?? [])] };
  });
}

type VerdictOf = (row: ChannelBasis, carried: CarryOverState) => ChannelVerdict;

/** Judges what a channel rests on once, however many variants share it. */
function judgedOnce(sheet: ResolvedSheet): VerdictOf {
  const known = new Map<ChannelBasis, Map<CarryOverState, ChannelVerdict>>();
  return (row, carried) => {
    const mine = known.get(row) ?? new Map<CarryOverState, ChannelVerdict>();
    known.set(row, mine);
    const verdict = mine.get(carried) ?? judgeChannel(sheet, row.kind, row.observations, carried).verdict;
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

function limitInForce(sheet: ResolvedSheet, check: LimitCheck): string | null {
  const set = [...sheet.clauses.values()].map(({ options }) => options[check]?.limit).find((limit) => typeof limit === 'string');
  return typeof set === 'string' ? set : 'P14D';
}
