import { REASONS, VERDICT_NAMES } from '../../core/verdict.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { kindName } from '../views/words.ts';
import type { CardAnswerFact } from './answers.ts';
import { type DueCard, type DueCards, dueCards } from './due.ts';

export interface CardsAsked {
  period: string | undefined;
  /** How many channels are drawn; null = all. */
  sample: number | null;
  clauses: readonly string[];
  unitIds: readonly string[];
  channelIds: readonly string[];
  answered: 'yes' | 'no' | null;
}

/** 人工检查 of a period: cards × channels that are due, narrowed, with who answered what; what nobody answered is 未检查. */
export async function viewCards(app: App, areaId: string, { page, size, ...asked }: CardsAsked & { page: number; size: number }) {
  const { due, rows } = await narrowedCards(app, areaId, asked);
  const clauses = new Map(due.rows.map(({ clause }) => [clause, due.sheet.clauses.get(clause)?.title ?? '']));
  const names = unitNames(due);
  const channels = new Map(due.rows.map(({ channel }) => [channel.id, channel]));
  return {
    period: { id: due.period.id, label: due.period.label, from: due.period.from, to: due.period.to },
    today: due.today,
    open: due.open,
    sample: due.sample,
    due: due.rows.length,
    answered: due.rows.filter(({ answers }) => answers.length > 0).length,
    clauses: [...clauses].map(([code, name]) => ({ code, name: `${code} ${name}` })).sort((a, b) => a.code.localeCompare(b.code)),
    units: [...new Set([...channels.values()].map(({ unitId }) => unitId))].map((code) => ({ code, name: names.get(code) ?? code })),
    total: rows.length,
    page,
    size,
    rows: rows.slice((page - 1) * size, page * size).map((row) => cardRow(row, names)),
  };
}

/** The cards due and those of them that a filter leaves. Throws 'not-found' for an unknown area. */
export async function narrowedCards(app: App, areaId: string, asked: CardsAsked): Promise<{ due: DueCards; rows: DueCard[] }> {
  await areaOf(app, areaId);
  const due = await dueCards(app, areaId, asked);
  const { clauses, unitIds, channelIds, answered } = asked;
  const rows = due.rows.filter(
    ({ clause, channel, answers }) =>
      (clauses.length === 0 || clauses.includes(clause)) &&
      (unitIds.length === 0 || unitIds.includes(channel.unitId)) &&
      (channelIds.length === 0 || channelIds.includes(channel.id)) &&
      (answered === null || answers.length > 0 === (answered === 'yes')),
  );
  return { due, rows };
}

export const unitNames = ({ register }: Pick<DueCards, 'register'>): ReadonlyMap<string, string> =>
  new Map(register.units.map((unit) => [unit.id, printedUnitName(unit)]));

/** A question as the list shows it. */
export function cardRow({ card, clause, channel, answers: [last] }: DueCard, names: ReadonlyMap<string, string>) {
  return {
    card: { id: card.id, title: card.title },
    clause,
    channel: {
      id: channel.id,
      name: channel.name,
      kindName: kindName(channel.type === 'site' ? channel.kind : channel.platform),
      url: channel.type === 'site' ? channel.url : null,
    },
    unit: { id: channel.unitId, name: names.get(channel.unitId) ?? channel.unitId },
    /** Nothing to blame and nothing to earn: it can be answered for several channels at once. */
    clean: cleanAnswer(card)?.label ?? null,
    answer: last ? answerLine(card, last) : null,
    standing: standingOf(card, last),
  };
}

/** The answer that says that nothing was found; null for a card that blames nobody. */
export const cleanAnswer = ({ category, answers }: DueCard['card']) =>
  category === null ? null : (answers.find(({ verdict }) => verdict === 'pass') ?? null);

function standingOf(card: DueCard['card'], last: CardAnswerFact | undefined) {
  const verdict = card.answers.find(({ value }) => value === last?.data.value)?.verdict ?? 'not-run';
  const reason = verdict === 'not-run' || verdict === 'cannot-tell' ? REASONS['needs-person'] : null;
  return { code: verdict, name: VERDICT_NAMES[verdict], reason };
}

/** An answer with who gave it and when. */
export function answerLine(card: DueCard['card'], { id, at, data }: CardAnswerFact) {
  const { value, looked, person, details } = data;
  const labelOf = (code: string): string => card.answers.find((answer) => answer.value === code)?.label ?? code;
  return {
    id,
    value,
    label: labelOf(value),
    at,
    person,
    looked,
    details: details.map(({ answer, ...detail }) => ({ ...detail, answer: labelOf(answer) })),
  };
}
