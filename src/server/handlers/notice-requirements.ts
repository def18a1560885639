import { viewRequirements } from '../../app/notices/requirement-library.ts';
import type { noticeRequirements } from '../../contract/endpoints/notice-requirements.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeRequirements> = (app, { areaId }) => viewRequirements(app, areaId);
