import type { Observation } from '../../checks/observation.ts';
import type { CarryOverState } from '../../core/carry-over.ts';
import type { CalendarDate } from '../../core/date.ts';
import type { Period } from '../../core/period.ts';
import { carryOverState } from '../../ledger/carry-over.ts';
import { failedInARow } from '../../ledger/in-a-row.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { Span } from '../../ledger/stock.ts';
import { dismiss } from '../../sheets/dismiss.ts';
import { type ChannelJudgement, judgeChannel } from '../../sheets/judge-channel.ts';
import { loadSheets } from '../../sheets/load.ts';
import { type ResolvedSheet, sheetFor } from '../../sheets/resolve.ts';
import type { ChannelKind } from '../../sheets/schema.ts';
import { scoreSite } from '../../sheets/score-site.ts';
import { observationsBetween } from '../../store/period-observations.ts';
import type { PeriodVerdict } from '../../store/periods.ts';
import { CHANNEL_STATE_NAMES, type Channel, inBaseOn, stateOn } from '../../subjects/channel.ts';
import type { Register } from '../../subjects/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { answersBetween, withAnswers } from '../cards/answers.ts';
import type { App } from '../open.ts';
import { dismissedBy } from './dismissed.ts';
import { earlierVerdicts, outcomeOf } from './history.ts';
import { inLedgerWords } from './ledger-words.ts';

export interface PeriodInput {
  areaId: string;
  register: Register;
  ledger: readonly LedgerEntry[];
  period: Period;
  span: Span;
  /** Id of the period before, when it was closed here. */
  previousId: string | null;
}

/** What the result of a channel is judged from. */
export interface ChannelBasis {
  channel: Channel;
  kind: ChannelKind;
  /** What was observed in the span, without what a person dismissed; in the order of the register. */
  observations: Observation[];
  carried: CarryOverState;
}

/** Where what a period is judged from comes from. */
export interface PeriodReading {
  /** Observations of a span by channel. */
  observations(span: {
    after: CalendarDate;
    until: CalendarDate;
    channelIds: readonly string[];
  }): Promise<ReadonlyMap<string, Observation[]>>;
  /** The ledger, or what of it bears on findings of these fingerprints and on what the period before carried over. */
  ledger(fingerprints: ReadonlySet<string>): Promise<readonly LedgerEntry[]>;
}

/** The sheet in force at the cut-off, and what every channel on file on that day is judged from. */
export async function periodBasis(
  app: App,
  input: Omit<PeriodInput, 'ledger'>,
  reading: PeriodReading,
): Promise<{ sheet: ResolvedSheet; channels: ChannelBasis[]; ledger: readonly LedgerEntry[] }> {
  const { areaId, register, span } = input;
  const settings = await readAreaSettings(app.db, areaId);
  const sheet = sheetFor(loadSheets(), settings.profile, span.cutoff, settings.sheet);
  const after = span.after ?? '0001-01-01';
  const place = new Map(register.columns.map((column, i) => [column.id, i]));
  // The lines of a cell stand as the register lists the columns; the store keeps no order that a reader would know.
  const inRegisterOrder = <O extends { subjectId: string }>(rows: O[]): O[] =>
    rows.sort((a, b) => (place.get(a.subjectId) ?? -1) - (place.get(b.subjectId) ?? -1));
  const channels: Channel[] = [...register.sites, ...register.accounts].filter((channel) => stateOn(channel.states, span.cutoff) !== null);
  const observations = await reading.observations({ after, until: span.cutoff, channelIds: channels.map(({ id }) => id) });
  const answered = await answersBetween(app.db, settings, channels, after, span.cutoff);
  const seen = new Map(channels.map(({ id }) => [id, withAnswers(observations.get(id), answered.get(id))]));
  const ledger = await reading.ledger(fingerprintsOf([...seen.values()].flat()));
  const isDismissed = dismissedBy(ledger, span.cutoff);
  return {
    sheet,
    ledger,
    channels: channels.map((channel) => {
      const entries = ledger.filter((entry) => entry.problem.channelId === channel.id);
      return {
        channel,
        kind: channel.type === 'site' ? channel.kind : 'account',
        observations: inRegisterOrder(dismiss(seen.get(channel.id) ?? [], isDismissed)),
        carried: input.previousId === null ? 'none' : carryOverState(entries, input.previousId, span).state,
      };
    }),
  };
}

/** What findings are told apart by. */
export const fingerprintsOf = (observations: readonly Observation[]): Set<string> =>
  new Set(observations.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));

/** 检查结果 of every channel that is on file at the cut-off, by the sheet in force on that day. */
export async function judgePeriod(app: App, input: PeriodInput): Promise<PeriodVerdict[]> {
  const { sheet, channels } = await periodBasis(app, input, {
    observations: ({ after, until }) => observationsBetween(app.db, input.areaId, after, until),
    ledger: async () => input.ledger,
  });
  const history = await earlierVerdicts(app.db, input.areaId, input.period);
  const inItsWords = inLedgerWords(input.ledger);
  return channels.map(({ channel, kind, observations, carried }) => {
    const judgement = judgeChannel(sheet, kind, inItsWords(observations), carried);
    const score = channel.type === 'site' ? scoreSite(sheet, channel.kind, observations).score : null;
    return toRow(channel, judgement, { ...input, carried, score, history: history.get(channel.id) ?? [], sheet: sheet.key });
  });
}

function toRow(
  channel: Channel,
  judgement: ChannelJudgement,
  context: PeriodInput & {
    carried: PeriodVerdict['carryOver'];
    score: number | null;
    history: Parameters<typeof failedInARow>[0];
    sheet: string;
  },
): PeriodVerdict {
  const { areaId, period, span, carried, score, history, sheet } = context;
  const now = { period: period.id, outcome: outcomeOf(judgement.verdict) };
  return {
    areaId,
    periodId: period.id,
    channelId: channel.id,
    verdict: judgement.verdict,
    reasons: [...judgement.reasons],
    carryOver: carried,
    failedInARow: failedInARow([...history, now], period.id),
    score,
    coverage: judgement.coverage,
    inBase: inBaseOn(channel, span.cutoff),
    outside: outsideBecause(channel, span.cutoff),
    sheet,
  };
}

/** Why a channel is listed apart from the base of the pass rate (seeds R06). */
function outsideBecause(channel: Channel, day: string): string | null {
  if (inBaseOn(channel, day)) return null;
  const state = stateOn(channel.states, day);
  return channel.type === 'account' && channel.filing === 'unfiled' ? '未备案' : state ? CHANNEL_STATE_NAMES[state] : null;
}
