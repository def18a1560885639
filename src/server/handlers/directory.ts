import { viewDirectory } from '../../app/directory/view-directory.ts';
import type { directory } from '../../contract/endpoints/directory.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directory> = (app, { areaId }) => viewDirectory(app, areaId);
