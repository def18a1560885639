import { findPlaces } from '../../text/place/find-places.ts';
import type { Place } from '../../text/place/place.ts';
import { type PlaceProfile, placeProfile } from '../../text/place/place-profile.ts';

/** Where a document says whose it is: its head with the title, its foot with the signature. */
const HEAD = 3_000;
const FOOT = 1_000;
const TITLE = 80;
const OFTEN = 2;

/**
 * The area a document speaks for, by its own words: the one named far more often than any other in its head and foot, which its
 * title must not gainsay. null when it does not say; another area's name is then no finding. `any` serves to find names.
 */
export function guessArea(text: string, places: readonly Place[], any: PlaceProfile): PlaceProfile | null {
  const title = counted(/\S[^\r\n]*/.exec(text)?.[0].slice(0, TITLE) ?? '', any);
  const [first, second] = counted(text.length <= HEAD + FOOT ? text : `${text.slice(0, HEAD)}\n${text.slice(-FOOT)}`, any);
  if (!first || (second && second[1] * 2 > first[1])) return null;
  const named = title.some(([name]) => name === first[0]);
  if (title.length > 0 && !named) return null;
  return named || first[1] >= OFTEN ? placeProfile(places, first[0]) : null;
}

/** Cities and counties that one place alone bears the name of, most often named first. */
function counted(text: string, any: PlaceProfile): [string, number][] {
  const counts = new Map<string, number>();
  for (const line of text.split('\n'))
    for (const { name } of findPlaces(line, any)) {
      const [place] = name.places;
      if (place && name.places.length === 1 && place.code.length >= 4) counts.set(name.name, (counts.get(name.name) ?? 0) + 1);
    }
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
