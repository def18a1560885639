import { tasksFile } from '../../app/notices/tasks-file.ts';
import type { noticeTasksFile } from '../../contract/endpoints/notice-tasks-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTasksFile> = async (app, { areaId, q, notice, ...asked }, _file, { scope }) => ({
  ...(await tasksFile(app, areaId, scope, { ...asked, words: q, noticeId: notice })),
  as: 'document',
});
