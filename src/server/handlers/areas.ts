import { areasOf } from '../../app/people/callers.ts';
import { viewAreas } from '../../app/views/areas.ts';
import type { areas } from '../../contract/endpoints/areas.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof areas> = async (app, _input, _file, caller) => viewAreas(app, await areasOf(app, caller), caller.role);
