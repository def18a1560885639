import type { CalendarDate } from '../../core/date.ts';

/** A unit of the area with every name it may be called by (单位名录). */
export interface OfficeName {
  name: string;
  /** Short forms, second name plates, full forms: all right. */
  aliases: readonly string[];
}

/** A name that is wrong after its last day; `now` null = nobody took its place. */
export interface FormerName {
  name: string;
  until: CalendarDate;
  now: string | null;
}

/** Who holds a post, the last day included; null = open. */
export interface PostHolder {
  name: string;
  post: string;
  /** Name of the unit; null for leaders of the area itself. */
  unit: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** Everything layer L2 knows of an area. */
export interface NamesLists {
  /** Full name of the area: 信丰县. */
  area: string;
  offices: readonly OfficeName[];
  formerNames: readonly FormerName[];
  postHolders: readonly PostHolder[];
  /** Full names of all places, so that a unit of another area is told from a slip. */
  places: ReadonlySet<string>;
  /** Day the text was published, else the day of reading: names and posts are taken as they stood then. */
  day: CalendarDate;
}

/** Names the stretch of days on which the lists say the same as on `day`: texts of one epoch share a reader. */
export function namesEpoch({ formerNames, postHolders }: Pick<NamesLists, 'formerNames' | 'postHolders'>, day: CalendarDate): string {
  const begun = postHolders.flatMap(({ from }) => (from !== null && from <= day ? [from] : []));
  // A last day still counts; what follows from it begins on the day after.
  const lastDays = [...formerNames.map(({ until }) => until), ...postHolders.flatMap(({ to }) => to ?? [])];
  const over = lastDays.filter((last) => last < day);
  return `${begun.sort().at(-1) ?? ''}/${over.sort().at(-1) ?? ''}`;
}
