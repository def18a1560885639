import { MingchaError } from '../../core/error.ts';
import { TEXT_STATES } from '../../notice/republication/compare-text.ts';
import { LINK_STATES } from '../../notice/republication/result.ts';
import type { Notice } from '../../store/notices.ts';
import { findPublication } from '../../store/publications.ts';
import { listRepublications, putRepublication } from '../../store/republications.ts';
import { wentOut } from '../../store/states.ts';
import { listUnits } from '../../store/units.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';
import { lookAtPage } from './look-at-page.ts';

/** Pages on which units published a notice again, with what the last look at each found (seeds B08). */
export async function viewRepublications(app: App, { areaId, id }: Pick<Notice, 'areaId' | 'id'>) {
  const units = await listUnits(app.db, areaId);
  const rows = await listRepublications(app.db, areaId, id);
  return {
    units: units.filter(({ activeTo }) => activeTo === null).map((unit) => ({ id: unit.id, name: unit.name })),
    rows: rows.map(({ unitId, url, originalUrl, lookedAt, result }) => ({
      unitId,
      unit: units.find((unit) => unit.id === unitId)?.name ?? unitId,
      url,
      originalUrl,
      lookedAt,
      notOpened: result && !result.opened ? result.outcome : null,
      found: result?.opened
        ? {
            text: { code: result.text, name: TEXT_STATES[result.text] },
            differences: [...result.differences],
            link: { code: result.link, name: LINK_STATES[result.link] },
            metas: Object.entries(result.metas).map(([name, value]) => ({ name, value })),
            blob: result.blob,
          }
        : null,
    })),
  };
}

/**
 * Enters the page of a unit that carries an issued notice, and looks at it at once; the same page again is looked at again.
 * Throws 'refused' for a draft or an address inside a closed network, 'not-found' for a unit the area lacks.
 */
export async function enterRepublication(
  app: App,
  notice: Notice,
  entry: { unitId: string; url: string; originalUrl: string | null; by: string },
) {
  if (!wentOut(notice.state)) throw new MingchaError('refused', '草稿还没有印发，不会有转发件。', '请在印发之后登记转发网页。');
  const { areaId, id: noticeId } = notice;
  const { unitId, url, originalUrl, by } = entry;
  if (!(await listUnits(app.db, areaId)).some((unit) => unit.id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  const published = await findPublication(app.db, noticeId);
  const path = published && published.withdrawnAt === null ? `/public/${areaId}/${noticeId}` : null;
  const { document } = await workingDraft(app, notice);
  const result = await lookAtPage(app, url, { path, url: originalUrl }, document);
  const at = app.now();
  await putRepublication(app.db, { areaId, noticeId, unitId, url, originalUrl, enteredBy: by, enteredAt: at }, { at, result });
  return viewRepublications(app, notice);
}
