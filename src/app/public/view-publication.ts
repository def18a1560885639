import type { Notice } from '../../store/notices.ts';
import { findPublication } from '../../store/publications.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { printIndexNumber } from './index-number.ts';

/** How a notice stands on the public page, and the lists its classification is chosen from. */
export async function viewPublication(app: App, notice: Pick<Notice, 'id' | 'areaId'>) {
  const { publication: choices } = await readAreaSettings(app.db, notice.areaId);
  const kept = await findPublication(app.db, notice.id);
  return {
    choices: { ...choices, columns: choices.columns.map(({ id, path }) => ({ id, path: [...path] })) },
    published: kept !== null && kept.withdrawnAt === null,
    indexNumber: kept && printIndexNumber(kept),
    address: kept && kept.withdrawnAt === null ? `/public/${notice.areaId}/${notice.id}` : null,
    publishedOn: kept?.publishedOn ?? null,
    views: kept?.views ?? 0,
  };
}
