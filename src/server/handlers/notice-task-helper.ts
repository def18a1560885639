import { setTaskHelper } from '../../app/notices/notice-tasks.ts';
import type { noticeTaskHelper } from '../../contract/endpoints/notice-task-helper.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTaskHelper> = (app, { unitId, helps, ...key }, _file, caller) =>
  setTaskHelper(app, key, { unitId, helps }, caller);
