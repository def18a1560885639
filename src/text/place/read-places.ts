import type { Finding } from '../finding.ts';
import { findPlaces, type PlaceMention } from './find-places.ts';
import { placeFinding } from './place-finding.ts';
import type { PlaceProfile } from './place-profile.ts';
import {
  isAddress,
  isBasis,
  isPublisher,
  isSelf,
  isSignature,
  LIST_OF_PLACES,
  PLACE_SLOTS,
  type PlaceSlot,
  RIGHTLY_NAMED,
  type SlotLine,
  TAKEN_OVER,
} from './place-slots.ts';
import { findShortPlaces } from './short-places.ts';

/** A page as the place layer reads it. Offsets of findings are into `text`. */
export interface PlacePage {
  /** Visible text, one line per paragraph, cell or heading. */
  text: string;
  title: string | null;
  /** 发布机构 or 内容来源 of the page's metadata. */
  publisher: string | null;
  /** What the page is: only a guide's addresses are surely the unit's own; null = anything. */
  kind: 'news' | 'guide' | 'catalogue' | null;
}

const CATALOGUE_TITLE = /(?:目录|清单|一览表|事项标准|标准指引)/;
/** A foreign place named this often, alone, on a page that never names its own: a template of others, perhaps. */
const OFTEN = 2;
const DOUBTFUL = 0.6;

interface Sited {
  line: SlotLine;
  offset: number;
  mention: PlaceMention;
}

/**
 * Other areas' names where the own one belongs (seeds Q06, K12): in title, publisher, basis, signature, address, 我县… and in
 * catalogues. Elsewhere another place is a finding only for a person, and only when the page names its own area nowhere.
 */
export function readPlaces(page: PlacePage, profile: PlaceProfile): Finding[] {
  const sited = [...mentionsOf(page.text, (line) => findPlaces(line, profile))].filter(({ mention }) => mention.foreign);
  const title = titleFinding(page, profile);
  const isCatalogue = page.kind === 'catalogue' || CATALOGUE_TITLE.test(page.title ?? '');
  const found = sited.flatMap((one): Finding[] => {
    const slot = slotOf(one, page, profile, isCatalogue);
    return slot === null ? [] : [slotFinding(one, slot, page, profile)];
  });
  const isTakenOver = !isCatalogue && sited.length >= TAKEN_OVER && !isOwnNamed(`${page.title ?? ''}\n${page.text}`, profile);
  const publisher = publisherFinding(page, profile, found);
  const all = [...title, ...publisher, ...found, ...shortFindings(page, profile)].filter(
    ({ start }, i, list) => list.findIndex((other) => other.start === start) === i,
  );
  if (all.length === 0) return bodyFinding(page, sited, profile);
  return isTakenOver ? all.map((finding) => ({ ...finding, files: false, score: Math.min(finding.score, DOUBTFUL) })) : all;
}

function* mentionsOf(text: string, find: (line: string) => readonly PlaceMention[]): Generator<Sited> {
  const lines = text.split('\n');
  const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  let offset = 0;
  let rank = 0;
  for (const line of lines) {
    const isFilled = line.trim() !== '';
    const mentions = isFilled ? find(line) : [];
    if (mentions.some(({ foreign }) => foreign)) {
      const around = (indices: readonly number[]): string[] => indices.map((i) => lines[i] as string);
      const before = around(filled.slice(Math.max(0, rank - 4), rank)).reverse();
      const after = around(filled.slice(rank + 1, rank + 4));
      const at: SlotLine = { text: line, mentions, before, after, toEnd: filled.length - rank - 1 };
      for (const mention of mentions) yield { line: at, offset, mention };
    }
    if (isFilled) rank++;
    offset += line.length + 1;
  }
}

function slotOf({ line, mention }: Sited, page: PlacePage, profile: PlaceProfile, isCatalogue: boolean): PlaceSlot | null {
  if (isSelf(line, mention, profile.own.name.at(-1) as string)) return 'self';
  if (isPublisher(line, mention)) return 'publisher';
  if (isSignature(line, mention)) return 'signature';
  const isList = new Set(line.mentions.map(({ name }) => name.name)).size >= LIST_OF_PLACES;
  if (isList) return null;
  if (isBasis(line, mention)) return 'basis';
  if (page.kind !== 'news' && isAddress(line, mention)) return 'address';
  return isCatalogue && !RIGHTLY_NAMED.test(line.text) ? 'catalogue' : null;
}

function slotFinding({ line, offset, mention }: Sited, slot: PlaceSlot, page: PlacePage, profile: PlaceProfile): Finding {
  const isSure = slot === 'address' ? page.kind === 'guide' : true;
  const found = line.text.slice(mention.start, mention.end);
  const told = placeFinding(offset + mention.start, found, PLACE_SLOTS[slot], profile, isSure ? 0.95 : 0.7, isSure);
  return RIGHT_UNKNOWN.has(slot) ? { ...told, suggestion: null } : told;
}

/**
 * The same by a short name, 大余住建局, and only where a slot's value begins with it. A town of one's own may bear the name of a
 * county elsewhere, so a person decides, and nothing is said where the page itself names such a town.
 */
function shortFindings(page: PlacePage, profile: PlaceProfile): Finding[] {
  if (page.kind === 'news') return [];
  return [...mentionsOf(page.text, (line) => findShortPlaces(line, profile))].flatMap(({ line, offset, mention }): Finding[] => {
    const found = mention.name.name;
    const slot = shortSlotOf(line, mention);
    if (slot === null || RIGHTLY_NAMED.test(line.text) || new RegExp(`${found}[镇乡村街场]`).test(page.text)) return [];
    const told = placeFinding(offset + mention.start, found, PLACE_SLOTS[slot], profile, DOUBTFUL, false);
    return [{ ...told, suggestion: null }];
  });
}

function shortSlotOf(line: SlotLine, mention: PlaceMention): PlaceSlot | null {
  if (isPublisher(line, mention)) return 'publisher';
  if (isSignature(line, mention)) return 'signature';
  if (isBasis(line, mention)) return 'basis';
  return isAddress(line, mention) ? 'address' : null;
}

/** Which document is the right basis, and where the office lies, is not told by the area's name. */
const RIGHT_UNKNOWN: ReadonlySet<PlaceSlot> = new Set(['basis', 'catalogue', 'address']);

const isOwnNamed = (text: string, { ownNames }: PlaceProfile): boolean => ownNames.some((name) => text.includes(name));

/** A title that names another area and not its own; a file's title for sure, a headline only for a person. */
function titleFinding(page: PlacePage, profile: PlaceProfile): Finding[] {
  const { title } = page;
  if (title === null || isOwnNamed(title, profile) || RIGHTLY_NAMED.test(title)) return [];
  const mentions = findPlaces(title, profile);
  const [first] = mentions.filter(({ foreign }) => foreign);
  if (first === undefined || mentions.length >= LIST_OF_PLACES) return [];
  const isFile =
    /(?:关于.*的?(?:通知|通告|公告|意见|批复|决定|报告|函)|目录|清单|指南|方案|办法|细则|年度报告|年报|规划|预案|制度)[^\n]{0,6}$/.test(
      title,
    );
  const isSure = isFile && page.kind !== 'news';
  const found = title.slice(first.start, first.end);
  const start = placeOf(page.text, title, first.start, found);
  return start < 0 ? [] : [placeFinding(start, found, PLACE_SLOTS.title, profile, isSure ? 0.95 : 0.6, isSure)];
}

/** News media of other places, whose reports are reprinted. */
const MEDIA = /报$|日报|晚报|时报|电视台|广播|融媒|新闻网|在线$|网$/;

/** 发布机构 or 内容来源 of the metadata: a reprint names there, rightly, where it is from, so a person decides. */
function publisherFinding({ publisher, text, kind }: PlacePage, profile: PlaceProfile, found: readonly Finding[]): Finding[] {
  if (publisher === null || kind === 'news' || isOwnNamed(publisher, profile)) return [];
  if (RIGHTLY_NAMED.test(publisher) || MEDIA.test(publisher)) return [];
  const mention = findPlaces(publisher, profile).find(({ foreign }) => foreign);
  if (mention === undefined) return [];
  const name = publisher.slice(mention.start, mention.end);
  if (found.some((finding) => finding.found === name)) return [];
  const start = placeOf(text, publisher, mention.start, name);
  return start < 0 ? [] : [placeFinding(start, name, PLACE_SLOTS.publisher, profile, DOUBTFUL, false)];
}

/** Where words of the page's data stand in its text, or the name alone where they are set otherwise there; -1 when nobody sees it. */
function placeOf(text: string, words: string, within: number, name: string): number {
  const at = text.indexOf(words);
  return at < 0 ? text.indexOf(name) : at + within;
}

/** One foreign place, more than once, no own name anywhere: for a person to look at. */
function bodyFinding(page: PlacePage, sited: readonly Sited[], profile: PlaceProfile): Finding[] {
  if (page.kind === 'news' || isOwnNamed(page.text, profile)) return [];
  const counted = sited.filter(({ mention }) => mention.name.places.some(({ code }) => code.length === 6));
  const names = new Set(counted.map(({ mention }) => mention.name.name));
  const [first] = counted;
  if (first === undefined || names.size !== 1 || counted.length < OFTEN) return [];
  if (counted.some(({ line }) => RIGHTLY_NAMED.test(line.text))) return [];
  const { line, offset, mention } = first;
  const found = line.text.slice(mention.start, mention.end);
  return [placeFinding(offset + mention.start, found, `全页没有本地区名称，却有${counted.length}处`, profile, 0.5, false)];
}
