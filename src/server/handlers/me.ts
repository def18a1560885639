import { viewMe } from '../../app/people/me.ts';
import type { me } from '../../contract/endpoints/me.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof me> = (app, _input, _file, { token }) => viewMe(app, token);
