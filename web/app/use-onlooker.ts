import type { Onlooker } from './nav.ts';
import { useAreas, usePlace } from './use-areas.ts';
import { type Me, useMe } from './use-me.ts';

/** Who is signed in, as the area of the address knows them. Before it is known, nobody but the office is in the closed list. */
export function useOnlooker(): Me & Onlooker {
  const me = useMe();
  const { areaId } = usePlace();
  const area = useAreas().data?.find(({ id }) => id === areaId);
  return { ...me, knowsGrave: area?.knowsGrave ?? me.role === 'office' };
}
