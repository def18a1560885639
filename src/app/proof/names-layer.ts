import type { CalendarDate } from '../../core/date.ts';
import { compileNames } from '../../text/names/compile-names.ts';
import { namesEpoch } from '../../text/names/office.ts';
import { parsePlaces } from '../../text/place/place.ts';
import type { BlockLayer } from '../../text/proofread.ts';
import type { AreaNames } from '../directory/area-names.ts';
import { readList } from './load-data.ts';

/**
 * Layer L2 over texts of an area, by the day each was published: a name was right until its last day. Days between two changes of
 * the lists share a layer; `epoch` names it, for whoever keeps what was read.
 */
export async function namesLayers(names: AreaNames): Promise<(day: CalendarDate) => BlockLayer & { epoch: string }> {
  const places = new Set(parsePlaces(await readList('places.tsv')).map(({ name }) => name));
  const made = new Map<string, BlockLayer & { epoch: string }>();
  return (day) => {
    const epoch = namesEpoch(names, day);
    const known = made.get(epoch);
    if (known) return known;
    const layer = { layer: 'L2' as const, read: compileNames({ ...names, places, day }), epoch };
    made.set(epoch, layer);
    return layer;
  };
}
