import { parsePeriod } from '../../core/period.ts';
import { listIssuedNotices, listNoticeFiles } from '../../store/notices.ts';
import { NOTICE_STATE_NAMES } from '../../store/states.ts';
import type { App } from '../open.ts';
import { areaOf } from './area-of.ts';
import { fileLines } from './notice-files.ts';

/** 已印发的通报 of an area, the newest first, with the files they were issued in. */
export async function viewIssuedNotices(app: App, areaId: string) {
  await areaOf(app, areaId);
  const notices = await listIssuedNotices(app.db, areaId);
  return Promise.all(
    notices.map(async ({ id, title, number, periodId, state, issuedAt }) => ({
      ...{ id, title, number, issuedAt, period: parsePeriod(periodId).label },
      state: { code: state, name: NOTICE_STATE_NAMES[state] },
      files: fileLines(await listNoticeFiles(app.db, id)),
    })),
  );
}
