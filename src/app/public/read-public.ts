import { MingchaError } from '../../core/error.ts';
import { findArea } from '../../store/areas.ts';
import { findNotice, listNoticeFiles, type Notice, type NoticeFile } from '../../store/notices.ts';
import { findPublication, listPublications, type Publication } from '../../store/publications.ts';
import { type AreaSettings, readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';

const PREFIX = 'public-';

/** A notice as the public page shows it; whatever is not published does not exist there. */
export interface PublicNotice {
  notice: Notice;
  publication: Publication;
  area: string;
  path: readonly string[];
  files: readonly NoticeFile[];
  /** The published notice that corrects this one. */
  corrected: { id: string; title: string } | null;
}

/** Throws 'not-found' in the same words for a notice that is not there and one that is not published. */
export async function readPublicNotice(app: App, areaId: string, noticeId: string): Promise<PublicNotice> {
  const publication = await findPublication(app.db, noticeId);
  const notice = publication && publication.withdrawnAt === null ? await findNotice(app.db, noticeId) : null;
  if (!publication || notice?.areaId !== areaId) throw notPublic();
  const area = await findArea(app.db, areaId);
  const settings = await readAreaSettings(app.db, areaId);
  const files = (await listNoticeFiles(app.db, noticeId)).filter(({ format }) => format.startsWith(PREFIX));
  const newer = notice.state === 'replaced' ? await successor(app, notice) : null;
  return { notice, publication, area: area?.name ?? '', path: columnPath(settings, publication.columnId), files, corrected: newer };
}

/** What stands on the public page of an area. Throws 'not-found' for an unknown area. */
export async function readPublicList(app: App, areaId: string) {
  const area = await findArea(app.db, areaId);
  if (!area) throw notPublic();
  const settings = await readAreaSettings(app.db, areaId);
  return { area: area.name, path: columnPath(settings, null), rows: await listPublications(app.db, areaId) };
}

/** A file of a published notice by its ending. Throws 'not-found'. */
export async function readPublicFile(app: App, areaId: string, noticeId: string, ending: string) {
  const { files } = await readPublicNotice(app, areaId, noticeId);
  const file = files.find(({ format }) => format === `${PREFIX}${ending}` && ending !== 'html');
  if (!file) throw notPublic();
  return { bytes: await app.blobs.get(file.blob), fileName: file.fileName };
}

async function successor(app: App, notice: Notice): Promise<PublicNotice['corrected']> {
  const shown = await listPublications(app.db, notice.areaId);
  for (const { noticeId } of shown) {
    const other = await findNotice(app.db, noticeId);
    if (other?.supersedes === notice.id) return { id: other.id, title: other.title };
  }
  return null;
}

/** Where a column stands now; its address never names it, so moving it moves no address (seeds B04). */
function columnPath({ publication }: AreaSettings, columnId: string | null): readonly string[] {
  return (publication.columns.find(({ id }) => id === columnId) ?? publication.columns[0])?.path ?? [];
}

const notPublic = () => new MingchaError('not-found', '没有公开的这一页。', '它可能还没有公开，或已经撤下；请从公开列表进入。');
