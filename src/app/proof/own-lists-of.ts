import type { CalendarDate } from '../../core/date.ts';
import type { Config } from '../config.ts';
import { findArea } from '../find-area.ts';
import { openApp } from '../open.ts';
import { type OwnLists, readOwnLists } from './own-lists.ts';

/** Opens the installation, takes the lists of the area a user names, and closes it again. @throws as `findArea` and `openApp`. */
export async function ownListsOf(config: Config, name: string, day: CalendarDate): Promise<OwnLists> {
  const app = await openApp(config);
  try {
    return await readOwnLists(app, await findArea(app.db, name), day);
  } finally {
    await app.close();
  }
}
