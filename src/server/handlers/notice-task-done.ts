import { settleTask } from '../../app/notices/requirement-library.ts';
import type { noticeTaskDone } from '../../contract/endpoints/notice-task-done.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTaskDone> = (app, { done, ...key }, _file, caller) => settleTask(app, key, done, caller);
