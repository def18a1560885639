import { viewPatrols } from '../../app/prompts/view-patrols.ts';
import type { patrols } from '../../contract/endpoints/patrols.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof patrols> = async (app, { areaId, page, size, ...asked }, _file, caller) => ({
  ...(await viewPatrols(app, areaId, caller.scope, { ...asked, page: { number: page, size } })),
  ...{ page, size },
});
