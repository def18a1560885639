import type { Instant } from '../../core/date.ts';
import { dateAt, isCalendarDate } from '../../core/date.ts';
import { type InputFault, MingchaError } from '../../core/error.ts';
import { auditDocument } from '../../notice/audit/audit.ts';
import { layerOf } from '../../notice/edits/layer.ts';
import type { DraftParagraph, HeadEdits } from '../../notice/edits/model.ts';
import type { NamingChoice } from '../../notice/snapshot.ts';
import { findEdits, saveEdits } from '../../store/notice-edits.ts';
import type { Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { printedNumber } from './document-number.ts';
import { checkWording } from './wording-check.ts';
import { draftOf, workingDraft } from './working-draft.ts';

/** A draft as a page hands it in. */
export interface DraftToSave {
  /** Version the page had; another one saved since makes the save a conflict. */
  version: number;
  paragraphs: readonly DraftParagraph[];
  head: HeadEdits;
  naming: NamingChoice | null;
  by: string;
}

/**
 * Keeps what the office changed and audits it at once. Throws 'conflict' when somebody saved since the page was read, and
 * 'refused' when the notice is issued already; nothing is changed then.
 */
export async function saveDraft(app: App, notice: Notice, save: DraftToSave, at: Instant): Promise<void> {
  if (notice.state === 'discarded') throw new MingchaError('refused', '这份草稿已经作废，不能再改。', '请另行起草。');
  if (notice.state !== 'draft') throw new MingchaError('refused', '这份通报已经印发，不能再改。', '如内容有误，请用“更正”另出一版。');
  const head = checkedHead(save.head);
  const before = await workingDraft(app, notice);
  const layer = layerOf(before.template.body, save.paragraphs, before.edits);
  const { edits, snapshot, document } = await draftOf(app, notice, { ...before.edits, ...layer, head, naming: save.naming });
  const wording = await checkWording(document, snapshot.document.signedDate ?? dateAt(at));
  const disagreements = [...auditDocument(document, snapshot), ...wording];
  const { id: noticeId } = notice;
  const version = await saveEdits(app.db, { noticeId, over: save.version, edits, title: document.title, disagreements, by: save.by, at });
  if (version === null) throw await conflict(app, noticeId);
}

async function conflict(app: App, noticeId: string): Promise<MingchaError> {
  const kept = await findEdits(app.db, noticeId);
  const who = kept ? `${kept.savedBy}已经保存了更新的一版` : '这份通报的状态已经改变';
  return new MingchaError('conflict', `${who}，您这一版没有保存，以免覆盖。`, '请先把您改的文字复制出来，刷新页面后在新版上修改。');
}

/** Title and days checked, the number in its printed form. Throws 'bad-input' naming every field that is wrong. */
function checkedHead(head: HeadEdits): HeadEdits {
  const faults: InputFault[] = [];
  const title = head.title?.trim();
  if (title === '') faults.push({ field: '标题', message: '标题不能为空' });
  const days = { 成文日期: head.signedDate, 印发日期: head.printedDate };
  for (const [field, day] of Object.entries(days))
    if (day && !isCalendarDate(day)) faults.push({ field, value: day, message: '没有这一天，应写作 2022-12-27' });
  if (head.signedDate && head.printedDate && head.printedDate < head.signedDate)
    faults.push({ field: '印发日期', value: head.printedDate, message: `不能早于成文日期 ${head.signedDate}` });
  if (faults.length > 0)
    throw new MingchaError('bad-input', faults.map(({ field, message }) => `${field}：${message}`).join('；'), '请改正后再保存。', {
      faults,
    });
  return {
    ...head,
    ...(title === undefined ? {} : { title }),
    ...(head.number === undefined ? {} : { number: printedNumber(head.number) }),
  };
}
