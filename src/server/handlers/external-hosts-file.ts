import { externalHostsFile as writeFile } from '../../app/intrusion/hosts-file.ts';
import type { externalHostsFile } from '../../contract/endpoints/external-hosts-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof externalHostsFile> = async (app, { areaId, ...asked }) => ({
  ...(await writeFile(app, areaId, asked)),
  as: 'document',
});
