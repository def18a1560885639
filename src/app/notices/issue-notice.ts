import { type CalendarDate, chineseDate, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Actor } from '../../ledger/event.ts';
import { decideIssue, type IssueDecision } from '../../notice/audit/decide.ts';
import { findNotice, insertNoticeFiles, listNoticeFiles, issueNotice as markIssued, type Notice } from '../../store/notices.ts';
import { handOver } from '../ledger/hand-over.ts';
import type { App } from '../open.ts';
import { documentOf, NOTICE_FORMATS, writeForms } from './files.ts';

export interface Issue {
  at: Instant;
  /** Day of the notice; hand-overs begin on it. */
  day: CalendarDate;
  by: Actor;
  /** Why it is issued although figures disagree; kept with the notice. */
  overrideReason?: string | null;
}

/**
 * Issues a draft: refused while a figure disagrees, unless a reason is given. Its files are written once and kept, and
 * every confirmed problem it names is handed over to its unit with a deadline (seeds P02, P03). Asked again after a
 * kill, it finishes what was left.
 */
export async function issueNotice(app: App, noticeId: string, issue: Issue): Promise<Notice> {
  const notice = await requireNotice(app, noticeId);
  const decision = decideIssue(notice.disagreements, issue.overrideReason ?? null);
  if (!decision.issue) throw refusal(decision);
  if (notice.state === 'draft') {
    await keepFiles(app, notice);
    await markIssued(app.db, notice.id, issue.at, issue.overrideReason ?? null);
  }
  const named = new Set(notice.snapshot.problems.filter((row) => row.level === 'problem').map((row) => row.id));
  const clause = `${chineseDate(issue.day)}《${notice.title}》`;
  await handOver(app, notice.areaId, { only: named, clause, day: issue.day, at: issue.at, by: issue.by, data: { notice: notice.id } });
  return requireNotice(app, noticeId);
}

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

async function keepFiles(app: App, notice: Notice): Promise<void> {
  if ((await listNoticeFiles(app.db, notice.id)).length > 0) return;
  const forms = await writeForms(await documentOf(notice.template, notice.snapshot));
  const files = await Promise.all(
    NOTICE_FORMATS.map(async (format) => ({
      noticeId: notice.id,
      format,
      blob: await app.blobs.put(forms[format]),
      fileName: `${notice.title.replace(/[\\/:*?"<>|\s]/g, '')}.${format}`,
      bytes: forms[format].length,
    })),
  );
  await insertNoticeFiles(app.db, files);
}
