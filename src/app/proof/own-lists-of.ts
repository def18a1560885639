import type { CalendarDate } from '../../core/date.ts';
import type { Config } from '../config.ts';
import { withinArea } from '../within-area.ts';
import { type OwnLists, readOwnLists } from './own-lists.ts';

/** Lists of the area a user names, from the terminal. Throws as `withinArea`. */
export const ownListsOf = (config: Config, name: string, day: CalendarDate): Promise<OwnLists> =>
  withinArea(config, name, (app, area) => readOwnLists(app, area, day));
