import { viewTasks } from '../../app/notices/requirement-library.ts';
import type { noticeTasks } from '../../contract/endpoints/notice-tasks.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeTasks> = (app, { areaId }, _file, { scope }) => viewTasks(app, areaId, scope);
