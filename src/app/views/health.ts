import { listAreas } from '../../store/areas.ts';
import type { App } from '../open.ts';

/** Answers when the database does; throws its error otherwise. */
export async function pingDatabase(app: App): Promise<void> {
  await listAreas(app.db);
}
