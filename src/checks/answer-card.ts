import { CATEGORIES, type Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { ResolvedSheet } from '../sheets/resolve.ts';
import type { Finding, Place } from './define.ts';
import type { CardAnswer, CardDefinition } from './define-card.ts';
import { fingerprintOf } from './lib/result.ts';
import type { Observation } from './observation.ts';

/** What a person answered about one channel. */
export interface CardReply {
  clause: string;
  channelId: string;
  subjectType: 'site' | 'account';
  day: CalendarDate;
  answer: string;
  /** One line per thing found: where, what; and the evidence kept of it. Required for an answer that blames. */
  details: readonly CardDetail[];
}

/** One thing found. `service` = name of the 办事服务 it is about, which is filed once on however many pages it shows (seeds M15). */
export interface CardDetail {
  text: string;
  place: Place;
  evidence: readonly string[];
  service?: string;
}

/** A reply as an observation like any check's. Throws MingchaError 'bad-input' for an answer that is not permitted or lacks proof. */
export function answerCard(card: CardDefinition, sheet: ResolvedSheet, reply: CardReply): Observation {
  const answer = card.answers.find(({ value }) => value === reply.answer);
  const clause = card.clauses.includes(reply.clause) ? sheet.clauses.get(reply.clause) : undefined;
  if (!answer)
    throw refuse('answer', reply.answer, `允许的回答：${card.answers.map(({ value, label }) => `${value}（${label}）`).join('、')}`);
  if (!clause || clause.notInForce !== null)
    throw refuse('clause', reply.clause, `检查卡“${card.title}”对应的条款：${card.clauses.join('、')}`);
  const blamed = answer.verdict === 'fail' ? card.category : null;
  if (blamed && reply.details.length === 0) throw refuse('details', '（空）', '应逐条写明在哪里、发现了什么');
  for (const { text, evidence } of blamed ? reply.details : [])
    if (text.trim() === '' || evidence.length === 0) throw refuse('details', text, `应写明内容并附上佐证：${card.proof}`);
  const details = onePerService(reply.details);
  const measured = { answer: answer.value, item: answer.item, count: details.length };
  return {
    channelId: reply.channelId,
    subjectType: reply.subjectType,
    subjectId: reply.channelId,
    checkId: `card:${card.id}`,
    checkVersion: card.version,
    clause: reply.clause,
    sheet: sheet.key,
    day: reply.day,
    verdict: answer.verdict,
    reason: answer.verdict === 'cannot-tell' ? 'needs-person' : null,
    measured,
    findings: blamed === null ? [] : details.map((detail) => detailFinding(blamed, reply.channelId, answer, detail, measured)),
  };
}

interface Grouped extends CardDetail {
  /** Pages it was seen on. */
  pages: number;
}

const nameOf = (service: string): string => service.normalize('NFKC').replace(/[\s“”"'「」《》]/g, '');

/** Details about the same service become one, with the evidence of all its pages. */
function onePerService(details: readonly CardDetail[]): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const [i, detail] of details.entries()) {
    const key = detail.service === undefined ? `detail ${i}` : `service ${nameOf(detail.service)}`;
    const first = groups.get(key);
    if (!first) groups.set(key, { ...detail, pages: 1 });
    else groups.set(key, { ...first, evidence: [...new Set([...first.evidence, ...detail.evidence])], pages: first.pages + 1 });
  }
  return [...groups.values()];
}

function detailFinding(
  category: Category,
  channelId: string,
  answer: CardAnswer,
  { text, place, evidence, service, pages }: Grouped,
  measured: Finding['measured'],
): Finding {
  const label = service === undefined ? place.label : service;
  return {
    level: 'problem',
    category,
    place: { ...place, label },
    // The answer's item and its text tell two findings on one page apart; a service of a site is the same on whatever page, in whatever words.
    fingerprint: fingerprintOf(
      category,
      `${service === undefined ? place.id : `${channelId} ${nameOf(service)}`} ${answer.item ?? ''} ${service === undefined ? text : ''}`,
    ),
    evidence,
    text: `${CATEGORIES[category]}：${service === undefined ? text : `“${service}”${text}${pages > 1 ? `（${pages}个页面）` : ''}`}`,
    measured: service === undefined ? measured : { ...measured, service, pages },
  };
}

const refuse = (field: string, value: string, message: string): MingchaError =>
  new MingchaError('bad-input', `检查卡的回答不能登记：${message}`, '请改正后重新提交', { faults: [{ field, value, message }] });
