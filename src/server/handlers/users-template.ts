import { usersTemplate as template } from '../../app/people/users-file.ts';
import type { usersTemplate } from '../../contract/endpoints/users-template.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof usersTemplate> = async (app, { areaId }) => ({ ...(await template(app, areaId)), as: 'document' });
