import { cardSubject, judgeAnswer } from '../../checks/judge-cards.ts';
import type { Observation } from '../../checks/observation.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { makeFact } from '../../evidence/fact.ts';
import { SERVICE_CATEGORIES } from '../../ledger/service.ts';
import { takeCardTurn } from '../../store/card-turns.ts';
import { issuedThrough } from '../../store/desk.ts';
import { findFacts, insertFacts } from '../../store/facts.ts';
import { reconcileDay } from '../ledger/reconcile-day.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf } from '../views/area-of.ts';
import { readingMoment } from '../wording/stock.ts';
import type { CardAnswerFact } from './answers.ts';
import { type DueCard, type DueCards, dueCards } from './due.ts';
import { requireDue } from './view-card.ts';
import { cleanAnswer } from './view-cards.ts';

/** An answer about one channel. `after`: the answer that the person saw, null = none; a newer one is not passed over. */
export interface AnswerForm {
  period: string | undefined;
  cardId: string;
  channelId: string;
  value: string;
  details: CardAnswerFact['data']['details'];
  looked: string;
  after: string | null;
}

/** What became of the answer: suspicions newly filed, those that stand already, and those a person rejected or excused before. */
export interface Answered {
  filed: number;
  standing: number;
  settled: number;
}

/** Shorter than this it does not say what was looked at. */
const LEAST_LOOKED = 10;

/**
 * Keeps what a person answered on a card as a fact; what it blames waits at the findings desk as a suspicion.
 * @throws not-found, bad-input for words or proof that are missing, conflict where somebody answered meanwhile, refused out of the period.
 */
export async function giveAnswer(app: App, areaId: string, form: AnswerForm, caller: Caller): Promise<Answered> {
  return inTurn(app, areaId, form.period, async (within, due) => {
    const row = requireDue(due, form.cardId, form.channelId);
    const last = row.answers[0]?.id ?? null;
    if (last !== form.after) throw new MingchaError('conflict', '这项检查刚刚有人回答过。', '请查看最新的回答，仍需更正的再回答一次。');
    await requireSound(within, row, form);
    return keepAnswers(within, areaId, due, [row], form, caller);
  });
}

/**
 * One clean answer for several channels, with the looker's own words of what was looked at on them; never for a card that somebody
 * answered. Answers how many. @throws as `giveAnswer`.
 */
export async function answerClean(
  app: App,
  areaId: string,
  { period, cardId, channelIds, looked }: { period: string | undefined; cardId: string; channelIds: readonly string[]; looked: string },
  caller: Caller,
): Promise<{ answered: number }> {
  const ids = [...new Set(channelIds)];
  if (looked.trim().length < LEAST_LOOKED)
    throw wrong('looked', looked, `请写明查看了哪些栏目、页面（至少 ${LEAST_LOOKED} 个字），没有查看的不能登记为没有发现问题`);
  return inTurn(app, areaId, period, async (within, due) => {
    const rows = ids.map((id) => requireDue(due, cardId, id));
    const [first] = rows;
    const clean = first && cleanAnswer(first.card);
    if (!first || !clean) throw wrong('cardId', cardId, '这项检查须逐个网站、账号回答');
    const done = rows.find(({ answers }) => answers.length > 0);
    if (done)
      throw new MingchaError('conflict', `“${done.channel.name}”的这项检查已经有回答。`, '请取消选择已回答的；需要更正的请逐个更正。');
    await keepAnswers(within, areaId, due, rows, { value: clean.value, details: [], looked }, caller);
    return { answered: rows.length };
  });
}

/** One after another, so that two people do not answer past each other. */
async function inTurn<T>(
  app: App,
  areaId: string,
  period: string | undefined,
  work: (within: App, due: DueCards) => Promise<T>,
): Promise<T> {
  await areaOf(app, areaId);
  return app.db.transaction().execute(async (trx) => {
    await takeCardTurn(trx, areaId);
    const within: App = { ...app, db: trx };
    const due = await dueCards(within, areaId, { period, sample: null });
    if (!due.open)
      throw new MingchaError(
        'refused',
        `今天（${due.today}）不在${due.period.label}之内，不能回答这一期的人工检查。`,
        '请改选今天所在的期。',
      );
    return work(within, due);
  });
}

async function keepAnswers(
  app: App,
  areaId: string,
  { sheet, today }: DueCards,
  rows: readonly DueCard[],
  { value, details, looked }: Pick<AnswerForm, 'value' | 'details' | 'looked'>,
  caller: Caller,
): Promise<Answered> {
  const now = await readingMoment(app, areaId);
  const observations: Observation[] = [];
  for (const { card, clause, channel, answers } of rows) {
    const at = later(now, answers[0]?.at);
    const fact = makeFact<'card-answer'>({
      ...{ kind: 'card-answer', channelId: channel.id, subjectId: cardSubject(card.id), at },
      ...{ source: channel.type === 'site' ? channel.url : channel.name, how: 'manual/1', blob: null },
      data: { card: card.id, clause, value, details: [...details], looked: looked.trim(), person: caller.name, recordedAt: app.now() },
    });
    const observation = judgeAnswer(card, sheet, channel, fact);
    if (!observation) throw wrong('value', value, `允许的回答：${card.answers.map(({ label }) => label).join('、')}`);
    await insertFacts(app.db, [fact]);
    observations.push(observation);
  }
  if (observations.some(({ verdict }) => verdict === 'fail')) await requireUnprinted(app, areaId, today);
  const { opened, continued, suppressed } = await reconcileDay(app, areaId, today, observations, now, caller.name);
  return { filed: opened.length, standing: continued.length, settled: suppressed.length };
}

/** The newest answer counts, so none is dated before or beside another, whatever the clock says. */
const later = (now: Instant, last: Instant | undefined): Instant =>
  last !== undefined && last >= now ? new Date(Date.parse(last) + 1).toISOString() : now;

async function requireUnprinted(app: App, areaId: string, today: CalendarDate): Promise<void> {
  const printed = await issuedThrough(app.db, areaId);
  if (printed !== null && today <= printed)
    throw new MingchaError('refused', `截至${printed}的通报已经印发，不能再登记当日的问题。`, '请从次日起登记。');
}

/** Whatever an answer that blames needs, line by line, before it is kept. */
async function requireSound(app: App, { card, channel }: DueCard, { value, details }: AnswerForm): Promise<void> {
  const given = card.answers.find((answer) => answer.value === value);
  if (!given) throw wrong('value', value, `允许的回答：${card.answers.map(({ label }) => label).join('、')}`);
  if (given.verdict !== 'fail') {
    if (details.length > 0) throw wrong('details', value, `回答“${given.label}”时不登记问题；有问题的请选择相应的回答`);
    return;
  }
  if (!details.some(({ answer }) => answer === value))
    throw wrong('details', '（空）', `应逐条写明在哪里、发现了什么。需要的佐证：${card.proof}`);
  const blaming = new Set(card.answers.filter(({ verdict }) => verdict === 'fail').map((answer) => answer.value));
  const named = card.category !== null && SERVICE_CATEGORIES.includes(card.category);
  for (const [i, { answer, text, service, pictures }] of details.entries()) {
    const line = `第${i + 1}条`;
    if (!blaming.has(answer)) throw wrong(`details.${i}.answer`, answer, `${line}：请选择是哪一种问题`);
    if (text.trim() === '') throw wrong(`details.${i}.text`, text, `${line}：请写明发现了什么`);
    if (named && !service?.trim()) throw wrong(`details.${i}.service`, '（空）', `${line}：请填写是哪项办事服务，同一服务只登记一次`);
    if (card.withoutPictures && pictures.length > 0)
      throw wrong(`details.${i}.pictures`, text, `${line}：这项检查不得上传图片。${card.proof}`);
    if (!card.withoutPictures && pictures.length === 0)
      throw wrong(`details.${i}.pictures`, '（空）', `${line}：请附佐证图片。${card.proof}`);
  }
  const ids = [...new Set(details.flatMap(({ pictures }) => pictures))];
  const kept = (await findFacts(app.db, channel.id, ids)).filter(
    (fact) => fact.kind === 'card-picture' && fact.subjectId === cardSubject(card.id),
  );
  if (kept.length !== ids.length) throw wrong('pictures', ids.join('、'), '有的图片不属于这项检查，请重新上传');
}

const wrong = (field: string, value: string, message: string): MingchaError =>
  new MingchaError('bad-input', `人工检查的回答没有登记：${message.replace(/。$/, '')}。`, '请补正后重新提交。', {
    faults: [{ field, value, message }],
  });
