import { type Place, shortName } from './place.ts';

/** Where the monitored area lies among the places of China (本地区画像). Made once per area by `placeProfile`. */
export interface PlaceProfile {
  own: Place;
  /** Own name and its short form: 信丰县, 信丰. */
  ownNames: readonly string[];
  /** City and province above. */
  parents: readonly Place[];
  /** All places by their first two letters, longest name first. */
  index: ReadonlyMap<string, readonly PlaceName[]>;
}

/** One name with every place that bears it. */
export interface PlaceName {
  name: string;
  places: readonly Place[];
  /** None of them is the own area, above it or within it. */
  foreign: boolean;
  word: boolean;
}

/**
 * The profile of an area by its name and the names of the areas above, as far as the table knows them. Where several places bear
 * the name and nothing tells them apart, all of them count as the own one; a name that is not in the table (a new district, a
 * sample) is somewhere within what is known above it, and all of that is its own. So an unclear area leads to fewer findings,
 * never to wrong ones.
 */
export function placeProfile(places: readonly Place[], name: string, above: readonly string[] = []): PlaceProfile {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const over = (place: Place): Place[] =>
    [2, 4].flatMap((length) => (length < place.code.length ? (byCode.get(place.code.slice(0, length)) ?? []) : []));
  const known = above.filter((wanted) => places.some((place) => place.name === wanted));
  const named = places.filter(
    (place) => place.name === name && known.every((wanted) => over(place).some((parent) => parent.name === wanted)),
  );
  const owns = named.length > 0 ? named : [unlisted(places, name, known)];
  const [own] = owns as [Place];
  const parents = owns.flatMap((one) =>
    named.length > 0 ? over(one) : places.filter(({ code }) => code !== '' && one.code.startsWith(code)),
  );
  return { own, ownNames: [...new Set([own.name, shortName(own.name)])], parents, index: indexOf(places, owns) };
}

/** An area the table does not hold, with the code of the lowest of the areas above that it does; none at all covers everything. */
function unlisted(places: readonly Place[], name: string, above: readonly string[]): Place {
  const parents = places.filter((place) => above.includes(place.name)).sort((a, b) => b.code.length - a.code.length);
  return { code: parents[0]?.code ?? '', name, mark: null };
}

function indexOf(places: readonly Place[], owns: readonly Place[]): Map<string, PlaceName[]> {
  const isOurs = ({ code, name }: Place): boolean =>
    owns.some((own) => code.startsWith(own.code) || own.code.startsWith(code) || name === own.name);
  const byName = new Map<string, Place[]>();
  for (const place of places) byName.set(place.name, [...(byName.get(place.name) ?? []), place]);
  const index = new Map<string, PlaceName[]>();
  for (const [name, bearing] of byName) {
    const key = name.slice(0, 2);
    const word = bearing.some(({ mark }) => mark === 'word');
    index.set(key, [...(index.get(key) ?? []), { name, places: bearing, foreign: !bearing.some(isOurs), word }]);
  }
  for (const names of index.values()) names.sort((a, b) => b.name.length - a.name.length);
  return index;
}
