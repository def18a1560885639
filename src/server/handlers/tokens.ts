import { viewTokens } from '../../app/people/tokens.ts';
import type { tokens } from '../../contract/endpoints/tokens.ts';
import { MACHINE_RIGHT_CODES, MACHINE_RIGHTS } from '../../contract/machine-right.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof tokens> = async (app, { areaId }) => ({
  rows: await viewTokens(app, areaId),
  rights: MACHINE_RIGHT_CODES.map((code) => ({ code, name: MACHINE_RIGHTS[code] })),
});
