import { type CalendarDate, chineseDate, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Actor } from '../../ledger/event.ts';
import { decideIssue, type IssueDecision } from '../../notice/audit/decide.ts';
import { handedOverInPrint } from '../../notice/audit/handed-over.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import { clearMarks } from '../../store/naming-marks.ts';
import { appendAct, listActs, takeNumber } from '../../store/notice-acts.ts';
import { insertDespite } from '../../store/notice-despite.ts';
import { findEdits, keepIssuedEdits } from '../../store/notice-edits.ts';
import {
  findNotice,
  insertNoticeFiles,
  listNoticeFiles,
  listNotices,
  issueNotice as markIssued,
  type Notice,
  type NoticeFile,
} from '../../store/notices.ts';
import { lockPeriod } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { insertTasks } from '../../store/requirements.ts';
import type { Db } from '../../store/schema.ts';
import { readAreaSettings } from '../area-settings.ts';
import { handOver } from '../ledger/hand-over.ts';
import { type App, loadCalendar } from '../open.ts';
import { numberParts } from './document-number.ts';
import { fileNameOf, officeFileName } from './file-name.ts';
import { NOTICE_FORMATS, writeForms } from './files.ts';
import { correctedBy, requireListStands } from './hand-over-list.ts';
import { marksNamed, requireMarksStand } from './naming-marks.ts';
import { filledForm, type OfficeForm } from './office-copy.ts';
import { type Despite, holdNamedProblems, requireAnswered } from './open-objections.ts';
import { withPrintedDate } from './printed-date.ts';
import { requireResultsStand } from './results-stand.ts';
import { tasksOf } from './tasks.ts';
import { type WorkingDraft, workingDraft } from './working-draft.ts';

export interface Issue {
  at: Instant;
  /** Day of the notice; hand-overs begin on it. */
  day: CalendarDate;
  by: Actor;
  /** Why it is issued although figures disagree; kept with the notice. */
  overrideReason?: string | null;
  /** Objections without an answer that whoever issues it knows of, and why it is issued despite each. */
  despite?: readonly Despite[] | null;
  /** The office's own form, in which the notice is written beside the usual ones. */
  form?: OfficeForm | null;
  /** 印发日期 of a notice whose 版记 has none yet; absent or null: the day of issue, or that of signing where it is later. */
  printedDate?: CalendarDate | null;
}

/**
 * Issues a draft: refused while a figure disagrees, unless a reason is given, and while an objection has no answer, unless it is named. Its files are written once and kept, its
 * number is taken, its requirements become tasks, the units it names for late or passive disclosure are off the list, and the
 * problems its 问题清单 prints as handed over, neither more nor fewer, are handed over to their units with a deadline
 * (seeds P02, P03, N16). Asked again after a kill, it finishes what was left.
 */
export async function issueNotice(app: App, noticeId: string, issue: Issue): Promise<Notice> {
  const notice = await requireNotice(app, noticeId);
  // Thrown away or corrected by somebody else since it was looked at: it hands nothing over any more.
  if (notice.state === 'discarded' || notice.state === 'replaced') throw gone(notice.state);
  const decision = decideIssue(notice.disagreements, issue.overrideReason ?? null);
  if (!decision.issue) throw refusal(decision);
  const isDraft = notice.state === 'draft';
  const kept = await workingDraft(app, notice);
  const draft = isDraft ? await withPrintedDate(app, notice, kept, issue) : kept;
  if (isDraft) await requireOnlyOne(app.db, notice);
  if (isDraft) await requireResultsStand(app, notice);
  if (isDraft) await requireAnswered(app.db, notice, issue.despite ?? null);
  const only = isDraft ? await requireListStands(app, notice, draft.document) : handedOverInPrint(draft.document, draft.snapshot);
  if (isDraft) await keep(app, notice, draft, issue);
  const { day, at, by } = issue;
  const clause = `${chineseDate(day)}《${notice.title}》`;
  // Corrected words over the same data give no unit a new deadline for what it was handed already.
  const same = (await correctedBy(app, notice)).filter(({ snapshotHash }) => snapshotHash === notice.snapshotHash);
  const standing = new Set(same.map(({ id }) => id));
  await handOver(app, notice.areaId, { only, clause, day, at, by, notice: notice.id, standing });
  return requireNotice(app, noticeId);
}

/** Files, number, tasks and state in one; refused when the words were saved again while the files were written. */
async function keep(app: App, notice: Notice, draft: WorkingDraft, { at, by, overrideReason, form, despite }: Issue): Promise<void> {
  const { areaId, id: noticeId } = notice;
  const marks = marksNamed(draft.document, draft.snapshot);
  await requireMarksStand(app, areaId, marks, notice.supersedes);
  const files =
    (await listNoticeFiles(app.db, noticeId)).length > 0
      ? []
      : await writeFiles(app, notice, draft.document, form ?? null, overrideReason ?? null);
  const { units } = await readRegister(app.db, areaId);
  const { addressGroups } = await readAreaSettings(app.db, areaId);
  const tasks = tasksOf({ areaId, noticeId }, draft, units, await loadCalendar(app.db), addressGroups);
  const number = numberParts(draft.document.number);
  await app.db.transaction().execute(async (trx) => {
    // Once more behind the lock: a result granted, a problem taken back, an objection raised while the files were written.
    await lockPeriod(trx, areaId, notice.periodId);
    await requireOnlyOne(trx, notice);
    await holdNamedProblems(trx, notice);
    await requireResultsStand({ db: trx }, notice);
    await requireListStands({ db: trx }, notice, draft.document);
    const open = await requireAnswered(trx, notice, despite ?? null);
    await markIssued(trx, noticeId, at, overrideReason ?? null);
    if (((await findEdits(trx, noticeId))?.version ?? 0) !== draft.version)
      throw new MingchaError('conflict', '印发时有人修改了这份通报，没有印发。', '请刷新页面，看过新的内容再印发。');
    if (draft.edits.head.printedDate) await keepIssuedEdits(trx, { noticeId, version: draft.version, edits: draft.edits, by: by.name, at });
    if (number) await takeNumber(trx, { areaId, year: number.year, number: number.number, noticeId });
    await insertNoticeFiles(trx, files);
    await insertTasks(trx, tasks);
    await clearMarks(trx, areaId, marks, noticeId);
    await insertDespite(
      trx,
      open.map(({ periodId: _, ...one }) => ({ ...one, noticeId, byName: by.name, at })),
    );
    const act = { noticeId, act: 'issued', byRole: by.role, byName: by.name, at, editVersion: draft.version } as const;
    const note = [...(overrideReason ? [overrideReason] : []), ...despiteInWords(open)].join('；') || null;
    await appendAct(trx, { ...act, note }, (await listActs(trx, noticeId)).length);
  });
}

/** The objections in the list of acts: the reason where they share one, else where the reasons stand. */
function despiteInWords(open: readonly { reason: string }[]): string[] {
  if (open.length === 0) return [];
  const reasons = new Set(open.map(({ reason }) => reason));
  const why = reasons.size === 1 ? `：${[...reasons].join('')}` : '，理由逐条写明';
  return [`有 ${open.length} 条异议未答复，仍予印发${why}`];
}

/** Of two drafts on one period under one template the second to go out is a correction of the first, or does not. */
async function requireOnlyOne(trx: Db, { areaId, periodId, template, supersedes }: Notice): Promise<void> {
  const other = (await listNotices(trx, areaId)).find(
    (one) => one.state === 'issued' && one.periodId === periodId && one.template === template && one.id !== supersedes,
  );
  if (!other) return;
  const message = `本期《${other.title}》已经印发，这份草稿不是它的更正件，没有印发。`;
  throw new MingchaError('conflict', message, '内容有误的，请打开已印发的通报办理“更正”；这份草稿可以作废。');
}

const gone = (state: 'discarded' | 'replaced'): MingchaError =>
  state === 'discarded'
    ? new MingchaError('conflict', '这份草稿刚刚作废，没有印发。', '请刷新页面；需要印发的，请另行起草。')
    : new MingchaError('conflict', '这份通报已经由更正件代替。', '请打开更正后的版本。');

/** Says which figures disagree, what they should be, and what can be done about it. */
function refusal({ refused, blocking }: IssueDecision): MingchaError {
  const faults = [...refused, ...blocking].map(({ place, stated, message }) => ({
    field: place,
    ...(stated === null ? {} : { value: stated }),
    message,
  }));
  const next = refused.length > 0 ? '请改正后重新生成通报。' : '请改正后重新生成；确需照发的，写明理由（理由随通报留存）。';
  return new MingchaError('refused', `通报有 ${faults.length} 处数字或内容与数据不一致，不能印发。`, next, { faults });
}

async function requireNotice(app: App, id: string): Promise<Notice> {
  const notice = await findNotice(app.db, id);
  if (!notice) throw new MingchaError('not-found', `没有编号为 ${id} 的通报。`, '请先生成通报草稿。');
  return notice;
}

async function writeFiles(
  app: App,
  notice: Notice,
  document: NoticeDocument,
  form: OfficeForm | null,
  overrideReason: string | null,
): Promise<NoticeFile[]> {
  const written = await writeForms(document);
  const own = form
    ? [{ format: 'office', fileName: officeFileName(document.title), bytes: await inOfficeForm(document, form, overrideReason) }]
    : [];
  const files = [
    ...NOTICE_FORMATS.map((format) => ({ format, fileName: fileNameOf(document.title, format), bytes: written[format] })),
    ...own,
  ];
  return Promise.all(
    files.map(async ({ format, fileName, bytes }) => ({
      noticeId: notice.id,
      format,
      blob: await app.blobs.put(bytes),
      fileName,
      bytes: bytes.length,
    })),
  );
}

/** The notice in the office's form; refused where figures typed into the form disagree with it and no reason is given. */
async function inOfficeForm(document: NoticeDocument, form: OfficeForm, overrideReason: string | null): Promise<Uint8Array> {
  const { bytes, disagreements } = await filledForm(document, form);
  if (disagreements.length === 0 || overrideReason !== null) return bytes;
  const faults = disagreements.map(({ quote, recomputed }) => ({
    field: form.name,
    value: quote,
    message: `应为${recomputed ?? '其他数'}`,
  }));
  const next = '请在版式里把手写的数字改为字段后重新上传；确需照发的，写明理由（理由随通报留存）。';
  throw new MingchaError('refused', `版式“${form.name}”里有 ${faults.length} 处数字与通报不一致，不能印发。`, next, { faults });
}
