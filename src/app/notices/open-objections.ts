import { CHANNEL_VERDICT_NAMES, type ChannelVerdict } from '../../core/channel-verdict.ts';
import { chineseDate, dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Period, parsePeriod, periodOf } from '../../core/period.ts';
import { problemInWords } from '../../notice/audit/handed-over.ts';
import type { Notice } from '../../store/notices.ts';
import { openVerdictObjections } from '../../store/objections.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { holdProblems, statusesOf } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';

/** What a unit said against a result or a problem a notice tells of, without an answer yet (异议、申诉). */
export interface OpenObjection {
  /** The same objection, also when it was seen before: another dispute of the same problem has another key. */
  key: string;
  about: 'verdict' | 'problem';
  /** Channel or problem. */
  subjectId: string;
  /** Period of the result; null for a problem. */
  periodId: string | null;
  unit: string;
  matter: string;
  /** What the unit said; null where only a closed list may read it. */
  words: string | null;
  raisedBy: string;
  raisedAt: Instant;
}

/** Somebody knows of this objection and issues all the same: why. */
export interface Despite {
  key: string;
  reason: string;
}

/** Objections named in the words of a refusal; the rest is in its faults. */
const NAMED = 3;

/**
 * Objections without an answer to what a notice tells of: to the result of a channel in its period, or in a month of its quarter, and
 * to a problem it names. A unit's year of scores is no part of a notice.
 */
export async function openObjections(db: Db, notice: Notice): Promise<OpenObjection[]> {
  return [...(await againstResults(db, notice)), ...(await againstProblems(db, notice))];
}

/** Keeps units that dispute a problem of the notice waiting until the transaction ends: a dispute is seen, or comes after the issue. */
export async function holdNamedProblems(trx: Db, { snapshot }: Pick<Notice, 'snapshot'>): Promise<void> {
  await holdProblems(trx, namedProblems(snapshot));
}

/**
 * The objections a notice is issued despite: each of them expressly, with a reason of its own. Throws 'refused' naming every one that has no
 * answer and that whoever issues it has not said to know.
 */
export async function requireAnswered(
  db: Db,
  notice: Notice,
  despite: readonly Despite[] | null,
): Promise<(OpenObjection & { reason: string })[]> {
  const open = await openObjections(db, notice);
  const reasons = new Map(despite?.map(({ key, reason }) => [key, reason]));
  const unseen = open.filter(({ key }) => !reasons.has(key));
  if (unseen.length === 0) return open.map((one) => ({ ...one, reason: reasons.get(one.key) ?? '' }));
  const named = unseen.slice(0, NAMED).map(inWords).join('；');
  const after = despite === null ? '' : '您确认之后';
  throw new MingchaError(
    'refused',
    `${after}有 ${unseen.length} 条异议还没有答复，没有印发：${named}${unseen.length > NAMED ? '等' : ''}。`,
    despite === null
      ? '请先答复；确需照发的，在通报页逐条确认，逐条写明理由，理由留在通报页面，不印入通报。'
      : '请刷新页面，看过新的异议再办理。',
    { faults: unseen.map((one) => ({ field: one.unit, value: one.key, message: inWords(one) })) },
  );
}

const inWords = ({ unit, matter, raisedAt }: OpenObjection): string => `${unit}${chineseDate(dateAt(raisedAt))}对${matter}提出异议`;

async function againstResults(db: Db, { areaId, periodId, snapshot }: Notice): Promise<OpenObjection[]> {
  const told = new Map(snapshot.channels.map((row) => [row.id, row]));
  const rows = await openVerdictObjections(db, areaId, periodsWithin(parsePeriod(periodId)));
  return rows.flatMap(({ id, subjectId, span, before, reason, raisedBy, raisedAt }): OpenObjection[] => {
    const channel = told.get(subjectId);
    if (!channel) return [];
    const { verdict } = before as { verdict: ChannelVerdict };
    const matter = `“${channel.name}”${parsePeriod(span).label}的检查结果“${CHANNEL_VERDICT_NAMES[verdict]}”`;
    return [{ key: id, about: 'verdict', subjectId, periodId: span, unit: channel.unit, matter, words: reason, raisedBy, raisedAt }];
  });
}

async function againstProblems(db: Db, { snapshot }: Notice): Promise<OpenObjection[]> {
  const statuses = await statusesOf(db, namedProblems(snapshot));
  const disputed = snapshot.problems.filter(({ id }) => statuses.get(id) === 'disputed');
  const histories = await listEventsOf(
    db,
    disputed.map(({ id }) => id),
  );
  return disputed.flatMap((row): OpenObjection[] => {
    const dispute = histories.get(row.id)?.findLast(({ act }) => act === 'disputed');
    if (!dispute) return [];
    const { seq, at, by, reason } = dispute;
    const matter = problemInWords({ ...row, unit: '' }).replace(/^：/u, '');
    return [
      {
        ...{ key: `${row.id}.${seq}`, about: 'problem', subjectId: row.id, periodId: null, unit: row.unit },
        ...{ matter, words: row.withheld ? null : reason, raisedBy: by.name, raisedAt: at },
      },
    ];
  });
}

const namedProblems = ({ problems }: Notice['snapshot']): string[] =>
  problems.flatMap(({ id, level }) => (level === 'problem' ? [id] : []));

/** A month; or a quarter and its months. */
function periodsWithin({ id, kind, from, to }: Period): string[] {
  if (kind === 'month') return [id];
  const middle = `${from.slice(0, 5)}${String(Number(from.slice(5, 7)) + 1).padStart(2, '0')}-01`;
  return [id, ...[from, middle, to].map((day) => periodOf('month', day).id)];
}
