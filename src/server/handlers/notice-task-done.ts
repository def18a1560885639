import { settleTask } from '../../app/notices/notice-tasks.ts';
import type { noticeTaskDone } from '../../contract/endpoints/notice-task-done.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTaskDone> = (app, { done, ...key }, _file, caller) => settleTask(app, key, done, caller);
