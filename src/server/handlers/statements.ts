import { viewStatements } from '../../app/filings/statements.ts';
import type { statements } from '../../contract/endpoints/statements.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statements> = (app, { areaId, year }, _file, caller) => viewStatements(app, areaId, year, caller);
