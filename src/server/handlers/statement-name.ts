import { namePerson } from '../../app/filings/statements.ts';
import type { statementName } from '../../contract/endpoints/statement-name.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statementName> = async (app, { areaId, ...named }, _file, caller) => {
  await namePerson(app, areaId, named, caller);
  return { ok: true };
};
