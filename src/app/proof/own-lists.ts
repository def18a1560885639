import type { CalendarDate } from '../../core/date.ts';
import { areaAndParents } from '../../store/areas.ts';
import { currentWording } from '../../store/wording.ts';
import type { Area } from '../../subjects/area.ts';
import { type AreaLists, areaLists } from '../../text/review/area-lists.ts';
import { type Directory, readDirectory } from '../directory/directory.ts';
import type { App } from '../open.ts';
import { entryOf } from '../wording/entry.ts';

/** What an area keeps over the lists that ship; plain data, so that it can be handed to a thread. */
export interface OwnLists {
  /** Its name, and the names of the areas above it, highest first. */
  area: { name: string; above: readonly string[] };
  wording: AreaLists;
  /** Its units with their names and contact records, and who holds which post. */
  directory: Directory;
}

/** The lists of an area as they stand on a day. */
export async function readOwnLists({ db }: Pick<App, 'db'>, area: Area, day: CalendarDate): Promise<OwnLists> {
  const [parents, changes, directory] = await Promise.all([
    areaAndParents(db, area.id),
    currentWording(db, area.id),
    readDirectory({ db }, area.id),
  ]);
  return {
    area: { name: area.name, above: parents.map(({ name }) => name).slice(0, -1) },
    wording: areaLists(changes.map(entryOf), day),
    directory,
  };
}
