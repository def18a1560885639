import { viewTaskPage } from '../../app/notices/notice-tasks.ts';
import type { noticeTasks } from '../../contract/endpoints/notice-tasks.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTasks> = (app, { areaId, q, notice, ...asked }, _file, { scope }) =>
  viewTaskPage(app, areaId, scope, { ...asked, words: q, noticeId: notice });
