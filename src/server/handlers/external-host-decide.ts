import { decideHosts } from '../../app/intrusion/decide-host.ts';
import type { externalHostDecide } from '../../contract/endpoints/external-host-decide.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof externalHostDecide> = async (app, { areaId, ...ruling }, _file, { name: by }) => {
  await decideHosts(app, areaId, { ...ruling, by });
  return { ok: true };
};
