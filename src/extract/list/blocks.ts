import { isHidden } from '../markup/hidden.ts';
import { type Box, walk } from '../markup/tree.ts';
import { endOf, type Group, startOf } from './groups.ts';
import { type Survey, within } from './survey.ts';

/** Levels climbed from a block to where it and its neighbour part. */
const MOST_LEVELS = 6;
/** 2022年, 12月, 2022-12: what may stand between two blocks of one list. */
const MONTH_HEADING = /^(?:(?:19|20)\d{2}\s?年)?\s?(?:\d{1,2}\s?月份?)?$|^(?:19|20)\d{2}-\d{1,2}$/;
const HEADING_LEAVES = 2;
const NAMES = ['class', 'id', 'style', 'width'] as const;
const ORNAMENT = /(?:line|dot|blank|spacer|space|xian|jg|hr|bg|icon|arrow|jt)\w{0,4}\.(?:gif|png|jpe?g|svg)/i;
/** Rows and entries bear classes for place and colour; other wrappers bear them for what they are. */
const ROW_TAGS = new Set(['li', 'tr', 'tbody', 'p']);
const PLACE_WORDS = /\d+|\b(?:first|last|mid|middle|odd|even|on|cur|current|active|top|bottom|no-?border|nobor)\b/gi;

/**
 * A list set as several blocks (five entries each, or one block per month) is one list: blocks of the same build that follow
 * one another with nothing to read in between but a year or month. A heading between two blocks, or one that opens the wrapper
 * of the first, makes them two lists.
 */
export function joinBlocks(groups: readonly Group[], survey: Survey): Group[] {
  const byStart = new Map<number, Group[]>();
  for (const group of groups) byStart.set(startOf(group), [...(byStart.get(startOf(group)) ?? []), group]);
  const absorbed = new Set<Group>();
  const joined: Group[] = [];
  for (const group of [...groups].sort((a, b) => startOf(a) - startOf(b))) {
    if (absorbed.has(group)) continue;
    const records = [...group.records];
    let last = group;
    for (let next = follower(group, last, byStart, survey); next !== null; next = follower(group, last, byStart, survey)) {
      for (const record of next.records) records.push(record);
      absorbed.add(next);
      last = next;
    }
    joined.push({ ...group, records });
  }
  return joined;
}

function follower(first: Group, last: Group, byStart: ReadonlyMap<number, readonly Group[]>, survey: Survey): Group | null {
  // A link and a date in one box are an entry seen from inside; the list of such boxes is a group of its own.
  if (first.records.length === 1 && first.records[0]?.box === null) return null;
  for (let gap = 0, at = endOf(last); gap <= HEADING_LEAVES; gap++, at++) {
    const next = byStart.get(at)?.find((group) => group !== last && isNextBlock(first, last, group, survey));
    if (next !== undefined) return next;
    if (!isMonthHeading(at, survey)) return null;
  }
  return null;
}

function isMonthHeading(at: number, survey: Survey): boolean {
  const text = survey.layout.leaves[at]?.text ?? '';
  return text !== '' && MONTH_HEADING.test(text);
}

function isNextBlock(first: Group, last: Group, next: Group, survey: Survey): boolean {
  const [a] = last.records;
  const [b] = next.records;
  if (!a || !b || a.box?.tag !== b.box?.tag || isDated(last, survey) !== isDated(next, survey)) return false;
  const tops = partingBoxes(last.box, next.box);
  if (tops === null || hasPictureHeading(next.box, tops[1])) return false;
  // What opens the wrapper of the first block before its entries is the heading of that block alone.
  if (first !== last) return true;
  if (hasPictureHeading(first.box, tops[0])) return false;
  for (let at = tops[0].from; at < startOf(first); at++) if (!isMonthHeading(at, survey)) return false;
  return true;
}

function isDated(group: Group, survey: Survey): boolean {
  return within(survey.dates, startOf(group), endOf(group)) > 0;
}

/** The wrappers of both right under the box that holds them, when they are wrapped alike up to there; else null. */
function partingBoxes(a: Box, b: Box): [Box, Box] | null {
  let [left, right] = [a, b];
  for (let level = 0; level < MOST_LEVELS; level++) {
    // Two bare lists right behind one another under one box (pinned entries first) are read as one, whatever they are called.
    if (!areAlike(left, right) && !(level === 0 && left.parent === right.parent && areBareLists(left, right))) return null;
    if (left.parent === right.parent) return left === right || /^t[dh]$/.test(left.tag) ? null : [left, right];
    if (left.parent === null || right.parent === null) return null;
    left = left.parent;
    right = right.parent;
  }
  return null;
}

function areAlike(a: Box, b: Box): boolean {
  if (a.tag !== b.tag || isHidden(a) !== isHidden(b)) return false;
  return ROW_TAGS.has(a.tag) || NAMES.every((name) => nameOf(a, name) === nameOf(b, name));
}

/** A picture before the entries, within the wrapper of the block, is a heading painted instead of written. */
export function hasPictureHeading(list: Box, wrapper: Box): boolean {
  for (let box = list; box !== wrapper && box.parent !== null; box = box.parent) {
    for (const kid of box.parent.kids) {
      if (kid === box || kid.to > kid.from) break;
      for (const { tag, attributes } of walk(kid)) if (tag === 'img' && !ORNAMENT.test(attributes.src ?? '')) return true;
    }
  }
  return false;
}

/** True when what a reader first sees of the box around a list is a picture that heads it. */
export function opensWithPicture(list: Box): boolean {
  let wrapper = list;
  while (wrapper.parent !== null && wrapper.parent.from === list.from) wrapper = wrapper.parent;
  return hasPictureHeading(list, wrapper);
}

function areBareLists(a: Box, b: Box): boolean {
  return a.tag === b.tag && (a.tag === 'ul' || a.tag === 'ol' || a.tag === 'dl') && isHidden(a) === isHidden(b);
}

function nameOf(box: Box, attribute: (typeof NAMES)[number]): string {
  return (box.attributes[attribute] ?? '')
    .replace(PLACE_WORDS, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
