import { crumbTail, isCrumb } from '../markup/crumb.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import { endOf, type Group, startOf } from './groups.ts';
import { headingOf } from './heading.ts';
import { type Survey, within } from './survey.ts';

/** Names that templates give to what is not the column's own list. */
const FRAME =
  /(?:^|[\s_-])(?:nav|menu|footer?|header|crumbs?|bread\w*|location|position|friend\w*|links|friendlinks?|yqlj|pager|paging|fenye|login|search|share)(?:$|[\s_-])/i;
const BESIDE = /(?:^|[\s_-])(?:aside|sidebar|side|hot|rank\w*|recommend\w*|tuijian|related|relate|xg\w{0,4}|guess|ad|ads)(?:$|[\s_-])/i;
const BESIDE_HEADING = /热门|热点|推荐|相关|排行|点击|猜你|友情|最近浏览|最新(?:发布|更新|信息|文章)|看过/;
const PAGER_TEXT = /下一?页|尾页|末页|最后一页|共\s*\d+\s*[页条]|第\s*\d+\s*[/页]|\d+\s*条记录/;
const PAGER_SCRIPT = /createPageHTML|Pager\s*\(|laypage|createPage|\.pagination\(|\.jpage\(|pageDiv|showPage/i;
/** Pagers that only the main list of a page has: they count its pages. The others may also turn a box of pictures. */
const COUNTING_TEXT = /尾页|末页|最后一页|共\s*\d+\s*[页条]|第\s*\d+\s*[/页]|条记录/;
const COUNTING_SCRIPT = /createPageHTML\s*\(\s*\d|Pager\s*\(\s*\{/;
/** How many texts behind a list its pager may begin. */
const PAGER_REACH = 25;
/** How many texts above a list its pager may begin. */
const PAGER_ABOVE = 4;
const MOST_PAGERS = 40;

/** Where the parts of the page are that tell a column's list from the lists beside it. */
export interface Signs {
  /** First leaf behind the breadcrumb (当前位置：首页 > …), 0 without one. */
  crumb: number;
  /** Ends of the lists that have a pager, and whether it counts pages. */
  paged: ReadonlyMap<number, boolean>;
  /** Names of the column: the last step of the breadcrumb and what the page calls itself. */
  names: readonly string[];
}

export function readSigns(survey: Survey, groups: readonly Group[], names: readonly string[]): Signs {
  const crumb = survey.layout.lines.find(isCrumb);
  const tail = crumb === undefined ? null : crumbTail(crumb);
  return {
    crumb: crumb?.to ?? 0,
    paged: pagedEnds(groups, pagersOf(survey), survey),
    names: columnNames(names, tail),
  };
}

function columnNames(names: readonly string[], tail: string | null): string[] {
  return [...names, ...(tail === null ? [] : [tail])].map(squeeze).filter((name) => name.length >= 2);
}

interface Pager {
  at: number;
  counts: boolean;
}

function pagersOf({ layout: { leaves, scripts } }: Survey): Pager[] {
  const pagers = leaves.flatMap(({ text }, at) =>
    text.length < 60 && PAGER_TEXT.test(text) ? [{ at, counts: COUNTING_TEXT.test(text) }] : [],
  );
  for (const { box, at } of scripts) {
    const text = box.kids[0]?.text.slice(0, 4_000) ?? '';
    if (PAGER_SCRIPT.test(text)) pagers.push({ at, counts: COUNTING_SCRIPT.test(text) });
  }
  return pagers.slice(0, MOST_PAGERS);
}

/** A pager belongs to the nearest list before it, or to the list it stands right above (共188条 第1/12页). */
function pagedEnds(groups: readonly Group[], pagers: readonly Pager[], survey: Survey): Map<number, boolean> {
  const likely = groups
    .filter((group) => group.box.tag !== 'marquee' && (isDated(group, survey) || holdsTitles(group, survey)))
    .map((group) => ({ group, from: startOf(group), to: endOf(group) }));
  const ends = new Map<number, boolean>();
  for (const { at, counts } of pagers) {
    let before: (typeof likely)[number] | null = null;
    let behind: (typeof likely)[number] | null = null;
    for (const list of likely) {
      if (list.to <= at && list.to >= at - PAGER_REACH && list.to > (before?.to ?? -1)) before = list;
      if (list.from > at && list.from <= at + PAGER_ABOVE && list.to > (behind?.to ?? -1)) behind = list;
    }
    const isAbove = behind !== null && (before === null || isNearer(at, behind.group.box, before.group.box, survey));
    const owner = isAbove ? behind : before;
    if (owner !== null) ends.set(owner.to, counts || ends.get(owner.to) === true);
  }
  return ends;
}

/** True when a text shares a smaller box with the one list than with the other. */
function isNearer(at: number, one: Box, other: Box, { layout }: Survey): boolean {
  let box: Box | null = layout.leaves[at]?.box ?? null;
  while (box !== null && !(box.from <= one.from && box.to >= one.to)) {
    if (box.from <= other.from && box.to >= other.to) return false;
    box = box.parent;
  }
  return box !== null && !(box.from <= other.from && box.to >= other.to);
}

/** Three or more links of the length of titles, without dates. */
function holdsTitles(group: Group, survey: Survey): boolean {
  const titles = within(survey.longLinks, startOf(group), endOf(group));
  return titles >= 3 && titles >= group.records.length * 0.6;
}

function isDated(group: Group, survey: Survey): boolean {
  return group.beside !== null || within(survey.dates, startOf(group), endOf(group)) > 0;
}

/** True when a pager stands right behind the entries of a group. */
export function isPaged(group: Group, signs: Signs): boolean {
  return signs.paged.has(endOf(group));
}

/** own: nothing speaks against it; other: headed by another name than the column's; beside: a side list, frame part or above the breadcrumb. */
export type Place = 'own' | 'other' | 'beside';

/** `bulk`: what a group is by itself; `weight`: how likely it is the page's main list. */
export interface Weight {
  bulk: number;
  weight: number;
  place: Place;
  /** The words that head it, the column's own name aside; null without any. */
  heading: string | null;
}

/**
 * Long titles with dates weigh, menus hardly do; names of frame parts, headings of side lists and standing before the breadcrumb divide.
 * Among several lists the one under the column's own heading or with a pager right behind is the main one, not one under another's.
 */
export function weigh(group: Group, survey: Survey, signs: Signs): Weight {
  let sum = 0;
  for (const record of group.records) {
    const letters = Math.min(within(survey.letters, record.from, record.to), 40);
    sum += letters * (group.beside !== null || within(survey.dates, record.from, record.to) > 0 ? 1 : 0.12);
  }
  const first = startOf(group);
  const heading = headingOf(group.box, first, survey);
  const before = survey.layout.leaves[first - 1]?.text ?? '';
  const beside = (before.length <= 12 && BESIDE_HEADING.test(before)) || (heading !== null && BESIDE_HEADING.test(heading));
  const frame = frameFactor(group.box);
  const bulk = sum * (beside ? 0.1 : 1) * (signs.crumb > first ? 0.2 : 1) * frame;
  const counted = signs.paged.get(endOf(group));
  if (counted !== undefined) return { bulk, weight: bulk * pagerFactor(counted, isDated(group, survey)), place: 'own', heading };
  if (beside || signs.crumb > first || frame < 1) return { bulk, weight: bulk, place: 'beside', heading };
  if (heading === null || signs.names.length === 0) return { bulk, weight: bulk, place: 'own', heading };
  return isNamed(heading, signs.names)
    ? { bulk, weight: bulk * 1.5, place: 'own', heading: null }
    : { bulk, weight: bulk * 0.15, place: 'other', heading };
}

/** Entries without dates weigh little by themselves, so that their pager must say more. */
function pagerFactor(counts: boolean, dated: boolean): number {
  if (dated) return counts ? 6 : 2;
  return counts ? 20 : 4;
}

/** True when a heading is, or is part of, one of the column's names, or the reverse. */
export function isNamed(heading: string, names: readonly string[]): boolean {
  return names.some((name) => name.includes(heading) || heading.includes(name));
}

function frameFactor(inner: Box): number {
  let box: Box | null = inner;
  for (let up = 0; up < 40 && box !== null; up++, box = box.parent) {
    const names = `${box.attributes.class ?? ''} ${box.attributes.id ?? ''}`;
    if (box.tag === 'nav' || box.tag === 'footer' || FRAME.test(names)) return 0.25;
    if (box.tag === 'aside' || box.tag === 'marquee' || BESIDE.test(names)) return 0.4;
  }
  return 1;
}
