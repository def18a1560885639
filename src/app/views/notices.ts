import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import type { Scope } from '../../core/role.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import { readingCopy } from '../../notice/html/reading-copy.ts';
import { loadTemplates } from '../../notice/load-templates.ts';
import { findNotice, listNoticeFiles, listNotices, type Notice } from '../../store/notices.ts';
import { NOTICE_STATE_NAMES, wentOut } from '../../store/states.ts';
import type { App } from '../open.ts';
import { areaOf } from './area-of.ts';

/** Notices of an area, the newest first. */
export async function viewNotices(app: App, areaId: string) {
  await areaOf(app, areaId);
  const names = await templateNames();
  return (await listNotices(app.db, areaId)).map((notice) => noticeHead(notice, names));
}

export const templateNames = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await loadTemplates())].map(([id, { name }]) => [id, name]));

export function noticeHead(notice: Omit<Notice, 'snapshot'>, names: ReadonlyMap<string, string>) {
  const disagreements = notice.disagreements as Disagreement[];
  const blocking = disagreements.filter(({ severity }) => severity !== 'warns').length;
  return {
    id: notice.id,
    title: notice.title,
    period: { id: notice.periodId, label: parsePeriod(notice.periodId).label },
    templateName: names.get(notice.template) ?? notice.template,
    version: notice.version,
    state: { code: notice.state, name: NOTICE_STATE_NAMES[notice.state] },
    createdAt: notice.createdAt,
    issuedAt: notice.issuedAt,
    blocking,
    warnings: disagreements.length - blocking,
  };
}

/** A notice of the area. Throws 'not-found'. */
export async function noticeOf(app: App, areaId: string, noticeId: string): Promise<Notice> {
  const notice = await findNotice(app.db, noticeId);
  if (notice && notice.areaId === areaId) return notice;
  throw noNotice();
}

const noNotice = (): MingchaError => new MingchaError('not-found', '没有这份通报。', '请返回通报列表重新选择。');

/** A written file of a notice with its bytes; whose scope is limited reads issued ones alone, the page without what is behind it. Throws 'not-found'. */
export async function readNoticeFile(
  app: App,
  areaId: string,
  { noticeId, format, scope }: { noticeId: string; format: string; scope: Scope },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const notice = await noticeOf(app, areaId, noticeId);
  const addressed = scope.units !== null || scope.categories !== null;
  if (addressed && !wentOut(notice.state)) throw noNotice();
  const file = (await listNoticeFiles(app.db, notice.id)).find((one) => one.format === format);
  if (!file) throw new MingchaError('not-found', `这份通报没有生成 .${format} 文件。`, '请用 mingcha notice 重新生成。');
  const bytes = await app.blobs.get(file.blob);
  const isPage = addressed && format === 'html';
  return { bytes: isPage ? Buffer.from(readingCopy(Buffer.from(bytes).toString())) : bytes, fileName: file.fileName };
}
