import { changedSinceIssue } from '../../app/notices/outdated.ts';
import type { periodChanged } from '../../contract/endpoints/period-changed.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof periodChanged> = async (app, { areaId, periodId }) => ({
  notices: await changedSinceIssue(app, areaId, periodId),
});
