import type { PlaceName, PlaceProfile } from './place-profile.ts';

/** Another area's name in a line; a city and its county written together are one mention. */
export interface PlaceMention {
  start: number;
  end: number;
  /** The most exact name of the mention: 章贡区 of 赣州市章贡区. */
  name: PlaceName;
  /** It, or what it is written as a part of, is neither the own area nor above or within it: 福州市鼓楼区 in Nanjing. */
  foreign: boolean;
}

/** What goes on after a name and makes it another word: 大石桥市场, 和县级. */
const GOES_ON: Readonly<Record<string, RegExp>> = {
  市: /^(?:[场民值面容井貌盈级直区]|政(?![府协法]))/,
  区: /^[域别分块间位段]/,
  县: /^[级域直城乡区情]/,
  旗: /^[帜号]/,
  省: /^[级直内略]/,
};
/** Left of 西城区 in 江西城区 stands the other half of a province. */
const SPLITS: readonly string[] = ['江西', '广西', '陕西', '山西', '广东', '山东', '湖南', '海南', '河南', '云南', '湖北', '河北'];
const LEFT_EDGE = /(?:^|[\s\p{P}\p{S}\d]|省|市|州|盟|自治区|在|到|赴|由|与|及|向|从|为|是)$/u;

/** Every place named by its full name in a line, ours included, in reading order. */
export function findPlaces(line: string, profile: PlaceProfile): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (let at = 0; at + 1 < line.length; at++) {
    const name = nameAt(line, at, profile);
    if (name === null) continue;
    const end = at + name.name.length;
    const before = mentions.at(-1);
    if (before?.end === at && isWithin(name, before.name))
      mentions[mentions.length - 1] = { start: before.start, end, name, foreign: name.foreign || before.foreign };
    else if (!name.word) mentions.push({ start: at, end, name, foreign: name.foreign });
    at = end - 1;
  }
  return mentions;
}

function nameAt(line: string, at: number, { index }: PlaceProfile): PlaceName | null {
  for (const name of index.get(line.slice(at, at + 2)) ?? []) {
    if (!line.startsWith(name.name, at)) continue;
    const after = line.slice(at + name.name.length, at + name.name.length + 2);
    if (GOES_ON[name.name.at(-1) as string]?.test(after)) continue;
    const before = line.slice(Math.max(0, at - 4), at);
    if (name.name.length === 2 && !LEFT_EDGE.test(before)) continue;
    if (SPLITS.includes(`${before.at(-1) ?? ''}${name.name[0]}`)) continue;
    return name;
  }
  return null;
}

const isWithin = (inner: PlaceName, outer: PlaceName): boolean =>
  inner.places.some(({ code }) => outer.places.some((above) => code !== above.code && code.startsWith(above.code)));
