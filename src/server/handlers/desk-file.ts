import { deskFile as writeFile } from '../../app/desk/desk-file.ts';
import type { deskFile } from '../../contract/endpoints/desk-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof deskFile> = async (app, { areaId, unit, category, source, q }, _file, caller) => ({
  ...(await writeFile(app, areaId, { unitIds: unit, categories: category, sources: source, words: q || null }, caller)),
  as: 'document',
});
