import type { Remarks } from '../remarks.ts';
import type { Place } from '../sheets/draft.ts';
import type { UnitIndex } from './unit-index.ts';

/** What settling any kind of draft needs. */
export interface SettleContext {
  areaId: string;
  index: UnitIndex;
  remarks: Remarks;
  /** JSON path of a draft → id of its record, for facts elsewhere in the same file that refer to it. */
  byPath: Map<string, string>;
}

/** Remembers which record a draft became. */
export function note(context: SettleContext, place: Place, id: string): void {
  if (place.field !== undefined) context.byPath.set(place.field, id);
}
