import { isCardObservation, judgeAnswer } from '../../checks/judge-cards.ts';
import type { Observation } from '../../checks/observation.ts';
import { type CalendarDate, dateAt } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { factsBetween } from '../../store/facts.ts';
import type { Db } from '../../store/schema.ts';
import type { Channel } from '../../subjects/channel.ts';
import { endOfDay } from '../judge/facts-for-day.ts';
import { type RuleSettings, rulesFor } from '../judge/rules.ts';

export type CardAnswerFact = Fact<'card-answer'>;

/** Answers given after the day `after` up to and including the day `until`, oldest first within each channel. */
export function answerFacts(db: Db, channelIds: readonly string[], after: CalendarDate, until: CalendarDate): Promise<CardAnswerFact[]> {
  return factsBetween(db, channelIds, ['card-answer'], endOfDay(after), endOfDay(until));
}

/**
 * What persons answered in a span, by channel, each under the sheet of its day. Of a card the last answer counts: it corrects the ones
 * before, but for those that blame, which the findings desk settles (a veto counts on any day, seeds V06).
 */
export async function answersBetween(
  db: Db,
  settings: RuleSettings,
  channels: readonly Channel[],
  after: CalendarDate,
  until: CalendarDate,
): Promise<Map<string, Observation[]>> {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const given = new Map<string, Observation[]>();
  for (const fact of await answerFacts(db, [...byId.keys()], after, until)) {
    const { sheet, catalogue } = await rulesFor(settings, dateAt(fact.at));
    const card = catalogue.cards.find(({ id }) => id === fact.data.card);
    const observation = card ? judgeAnswer(card, sheet, byId.get(fact.channelId) as Channel, fact) : null;
    if (observation) given.set(fact.channelId, [...(given.get(fact.channelId) ?? []).filter((o) => stands(o, observation)), observation]);
  }
  return given;
}

const stands = (earlier: Observation, later: Observation): boolean => earlier.checkId !== later.checkId || earlier.verdict === 'fail';

/** Judged observations with the answers of the span in the place of those that a day's judgement happened to hold. */
export const withAnswers = (judged: readonly Observation[] = [], answered: readonly Observation[] = []): Observation[] => [
  ...judged.filter((o) => !isCardObservation(o)),
  ...answered,
];
