import { dropRequirement } from '../../app/notices/requirement-library.ts';
import type { noticeRequirementRetire } from '../../contract/endpoints/notice-requirement-retire.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeRequirementRetire> = (app, { areaId, requirementId }) =>
  dropRequirement(app, areaId, requirementId);
