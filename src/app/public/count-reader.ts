import { countView } from '../../store/publications.ts';
import type { App } from '../open.ts';
import { readPublicNotice } from './read-public.ts';

/** Counts one more reader of a published notice. Throws 'not-found' when it is not public. */
export async function countReader(app: App, areaId: string, noticeId: string): Promise<void> {
  await readPublicNotice(app, areaId, noticeId);
  await countView(app.db, noticeId);
}
