import { pingDatabase } from '../../app/views/health.ts';
import type { health } from '../../contract/endpoints/health.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof health> = async (app) => {
  await pingDatabase(app);
  return { ok: true, now: app.now() };
};
