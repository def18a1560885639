import { type CalendarDate, dateAt } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { Fact } from '../evidence/fact.ts';
import type { ResolvedSheet } from '../sheets/resolve.ts';
import type { ChannelKind } from '../sheets/schema.ts';
import type { Channel } from '../subjects/channel.ts';
import { answerCard, type CardDetail } from './answer-card.ts';
import type { CardDefinition } from './define-card.ts';
import type { Observation } from './observation.ts';

/** Observations of persons carry it before the card's id. */
const CARD = 'card:';
export const cardSubject = (cardId: string): string => CARD + cardId;
/** Whether a person answered and no check judged. */
export const isCardObservation = ({ checkId }: Pick<Observation, 'checkId'>): boolean => checkId.startsWith(CARD);

export const kindOfChannel = (channel: Channel): ChannelKind => (channel.type === 'site' ? channel.kind : 'account');

/** The clause a card settles for a kind of channel under a sheet; null where it asks nothing there. */
export function clauseOfCard(card: CardDefinition, sheet: ResolvedSheet, kind: ChannelKind): string | null {
  const inForce = (id: string): boolean => {
    const clause = sheet.clauses.get(id);
    return clause !== undefined && clause.notInForce === null && clause.appliesTo.includes(kind);
  };
  return card.clauses.find(inForce) ?? null;
}

/** The answers given on a day, the last of each card: an earlier one of the day was corrected. `facts`: oldest first. */
function answersOf(facts: readonly Fact[], day: CalendarDate): Map<string, Fact<'card-answer'>> {
  const last = new Map<string, Fact<'card-answer'>>();
  for (const fact of facts)
    if (fact.kind === 'card-answer' && dateAt(fact.at) === day)
      last.set((fact as Fact<'card-answer'>).data.card, fact as Fact<'card-answer'>);
  return last;
}

/**
 * What persons answered about one channel on a day, as observations in the order of the cards. A card without an answer gives none:
 * its clause stays due and not run. An answer that the sheet of the day does not ask for gives none either.
 */
export function judgeCards(
  cards: readonly CardDefinition[],
  sheet: ResolvedSheet,
  channel: Channel,
  facts: readonly Fact[],
  day: CalendarDate,
): Observation[] {
  const answers = answersOf(facts, day);
  if (answers.size === 0) return [];
  return cards.flatMap((card): Observation[] => {
    const fact = answers.get(card.id);
    const observation = fact ? judgeAnswer(card, sheet, channel, fact) : null;
    return observation ? [observation] : [];
  });
}

/**
 * One answer as an observation; null where the sheet does not ask it of this channel, or the card no longer permits it.
 * @throws bad-input for an answer that blames without words or proof.
 */
export function judgeAnswer(
  card: CardDefinition,
  sheet: ResolvedSheet,
  channel: Channel,
  { id, at, data }: Pick<Fact<'card-answer'>, 'id' | 'at' | 'data'>,
): Observation | null {
  const given = card.answers.find(({ value }) => value === data.value);
  if (!given || data.clause !== clauseOfCard(card, sheet, kindOfChannel(channel))) return null;
  const values = given.verdict === 'fail' ? [...new Set([data.value, ...data.details.map(({ answer }) => answer)])] : [data.value];
  if (values.some((value) => !card.answers.some((answer) => answer.value === value))) return null;
  const replies = values
    .map((answer) => ({ answer, details: data.details.filter((detail) => detail.answer === answer).map((d) => detailOf(d, channel, id)) }))
    .filter(({ details }, _, all) => details.length > 0 || all.every((one) => one.details.length === 0))
    .map((reply) =>
      answerCard(card, sheet, { clause: data.clause, channelId: channel.id, subjectType: channel.type, day: dateAt(at), ...reply }),
    );
  const [first] = replies;
  return first ? { ...first, findings: replies.flatMap(({ findings }) => findings) } : null;
}

type Detail = Fact<'card-answer'>['data']['details'][number];

/** The answer itself is evidence beside the pictures: who looked, when, at what. */
function detailOf({ text, label, url, service, pictures }: Detail, channel: Channel, answerId: string): CardDetail {
  const place =
    url === null
      ? { type: channel.type, id: channel.id, label, url: null }
      : { type: 'page' as const, id: stableId('page', url), label, url };
  return { text, place, evidence: [answerId, ...pictures], ...(service === null ? {} : { service }) };
}
