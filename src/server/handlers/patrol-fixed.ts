import { fixOwnFinding } from '../../app/prompts/file-patrol.ts';
import type { patrolFixed } from '../../contract/endpoints/patrol-fixed.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof patrolFixed> = async (app, { areaId, ...fix }, _file, caller) => {
  await fixOwnFinding(app, areaId, fix, caller);
  return { ok: true };
};
