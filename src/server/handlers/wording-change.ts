import { changeLists } from '../../app/wording/lists.ts';
import type { wordingChange } from '../../contract/endpoints/wording-change.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wordingChange> = (app, { areaId, put, retire }, _file, { name: by }) =>
  changeLists(app, areaId, { put, retire }, by);
