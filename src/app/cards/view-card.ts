import { MingchaError } from '../../core/error.ts';
import { SERVICE_CATEGORIES } from '../../ledger/service.ts';
import { basisWords } from '../../sheets/figure.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type DueCard, type DueCards, dueCards } from './due.ts';
import { answerLine, cardRow, unitNames } from './view-cards.ts';

/** One question about one channel: what may be answered, the proof wanted, and every answer of the period. Throws 'not-found'. */
export async function viewCard(app: App, areaId: string, asked: { period: string | undefined; cardId: string; channelId: string }) {
  await areaOf(app, areaId);
  const due = await dueCards(app, areaId, { period: asked.period, sample: null });
  const row = requireDue(due, asked.cardId, asked.channelId);
  const { card, clause } = row;
  const basis = due.sheet.clauses.get(clause);
  return {
    ...cardRow(row, unitNames(due)),
    open: due.open,
    basis: basis ? basisWords(due.sheet, basis) : clause,
    question: card.question,
    proof: card.proof,
    reviewer: card.reviewer,
    needsPicture: card.withoutPictures !== true,
    needsService: card.category !== null && SERVICE_CATEGORIES.includes(card.category),
    choices: card.answers.map(({ value, label, verdict }) => ({ value, label, blames: verdict === 'fail' })),
    history: row.answers.map((answer) => answerLine(card, answer)),
  };
}

/** The question of a channel that is due. Throws 'not-found'. */
export function requireDue({ rows, period }: DueCards, cardId: string, channelId: string): DueCard {
  const row = rows.find(({ card, channel }) => card.id === cardId && channel.id === channelId);
  if (row) return row;
  throw new MingchaError('not-found', `${period.label}没有这个网站或账号的这项人工检查。`, '请刷新列表后重新选择。');
}
