import { saveRequirement } from '../../app/notices/requirement-library.ts';
import type { noticeRequirementSave } from '../../contract/endpoints/notice-requirement-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeRequirementSave> = (app, { areaId, ...wanted }) => saveRequirement(app, areaId, wanted);
