import { MingchaError } from '../../core/error.ts';
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
 * The profile of an area by its name and, where several places share it, the names of the areas above.
 * @throws MingchaError `not-found` when no place bears the name, `bad-input` when several do and `above` does not tell them apart.
 */
export function placeProfile(places: readonly Place[], name: string, above: readonly string[] = []): PlaceProfile {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const over = (place: Place): Place[] =>
    [2, 4].flatMap((length) => (length < place.code.length ? (byCode.get(place.code.slice(0, length)) ?? []) : []));
  const named = places.filter((place) => place.name === name);
  const fitting = named.filter((place) => above.every((wanted) => over(place).some((parent) => parent.name === wanted)));
  const [own] = fitting;
  if (own === undefined)
    throw new MingchaError('not-found', `地名表里没有“${[...above, name].join('')}”`, '请核对地区名称，写全称，如：信丰县。');
  if (fitting.length > 1)
    throw new MingchaError(
      'bad-input',
      `“${name}”有 ${fitting.length} 处：${fitting.map((place) => [...over(place), place].map((one) => one.name).join('')).join('、')}`,
      '请同时写明上级地区，如：鼓楼区（江苏省南京市）。',
    );
  return { own, ownNames: [...new Set([own.name, shortName(own.name)])], parents: over(own), index: indexOf(places, own) };
}

function indexOf(places: readonly Place[], own: Place): Map<string, PlaceName[]> {
  const isOurs = ({ code }: Place): boolean => code.startsWith(own.code) || own.code.startsWith(code);
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
