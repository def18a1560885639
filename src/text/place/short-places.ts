import { isWord } from '../wording/two-letter-words.ts';
import type { PlaceMention } from './find-places.ts';
import { shortName } from './place.ts';
import type { PlaceName, PlaceProfile } from './place-profile.ts';

/** Where a name may begin in a slot: at the start of a line or value, in a title, behind a province or city. */
const EDGES = /(?<=^\s*|[:：《（("“\s]|[为是省市州]|根据|依据|按照|遵照)(?=\p{Script=Han}{3})/gu;
/** A town, a road, a house or a firm that bears the name of a county elsewhere. */
const ANOTHERS =
  /^(?:[镇乡村社街路巷桥河湖江海山岭寺庙站港岛湾洲省市县区州旗盟县]|[东西南北中环支新老一二三四]{1,2}[路街巷桥]|大[道街桥厦楼坝堤]|广场|小区|花园|新村|家园|宾馆|饭店|酒店|商|国际|集团|公司|银行|农信|信用社|水库|林场|农场|电站|煤矿|工业园|产业园|中学|小学|大学|学校|医院)/;
/** Zones and their like among the names of the table are no words anybody shortens. */
const NO_SHORT = /开发|管理|示范|经济|新$/;

/**
 * County-level names elsewhere as they are written short (大余 for 大余县), by their first two letters. Only those that are nobody
 * else's: no ordinary word, no name of the own area, above it or within it, in full or short. Made once per profile.
 */
const SHORTS = new WeakMap<PlaceProfile, ReadonlyMap<string, readonly PlaceName[]>>();

function shortsOf(profile: PlaceProfile): ReadonlyMap<string, readonly PlaceName[]> {
  const known = SHORTS.get(profile);
  if (known) return known;
  const names = [...profile.index.values()].flat();
  const ours = new Set(names.filter(({ foreign }) => !foreign).flatMap(({ name }) => [name, shortName(name)]));
  for (const name of [...profile.ownNames, ...profile.parents.map((parent) => parent.name)]) ours.add(name).add(shortName(name));
  const shorts = new Map<string, PlaceName[]>();
  for (const name of names) {
    const short = shortName(name.name);
    const isCounty = name.places.every(({ code }) => code.length === 6);
    if (!isCounty || !name.foreign || name.word || short === name.name || ours.has(short) || NO_SHORT.test(short)) continue;
    if (short.length > 4 || (short.length === 2 && isWord(short.charAt(0), short.charAt(1)))) continue;
    shorts.set(short.slice(0, 2), [...(shorts.get(short.slice(0, 2)) ?? []), { ...name, name: short }]);
  }
  for (const sharing of shorts.values()) sharing.sort((a, b) => b.name.length - a.name.length);
  SHORTS.set(profile, shorts);
  return shorts;
}

/** Short names of other counties where a slot's value may begin; a full name is none. */
export function findShortPlaces(line: string, profile: PlaceProfile): PlaceMention[] {
  const shorts = shortsOf(profile);
  return [...line.matchAll(EDGES)].flatMap(({ index: start }): PlaceMention[] => {
    const name = (shorts.get(line.slice(start, start + 2)) ?? []).find((one) => line.startsWith(one.name, start));
    if (name === undefined || ANOTHERS.test(line.slice(start + name.name.length))) return [];
    return [{ start, end: start + name.name.length, name, foreign: true }];
  });
}
