import { isCrumb } from '../markup/crumb.ts';
import type { Layout, Line } from '../markup/layout.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import type { Head } from './metas.ts';

/** The visible heading of a page: its text and the lines it covers. */
export interface Headline {
  text: string;
  /** Index of its first line, and of the first line behind it. */
  from: number;
  to: number;
  /** How sure: below 4 it is only the best of bad choices. */
  score: number;
}

const TITLE_CLASS =
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|subject|article-?title|arti-?title|news-?title|con-?title|xl-?title|activity-name)\d{0,2}(?:$|[\s_-])|title\b|tit\d?(?:$|\s)|bt$/i;
const NOT_TITLE = /当前位置|所在位置|您的位置|[>»].+[>»]|^(?:首页|相关|上一篇|下一篇|来源|发布|作者|索\s*引\s*号|扫一扫|分享)|[:：]$/;
const INFO =
  /(?:发布|发表|更新|发稿|公开)?(?:时间|日期)\s*[:：]\s*(?:19|20)\d{2}|(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}.{0,30}(?:来源|作者|浏览|点击|阅读|字体|字号)|(?:来源|作者)\s*[:：].{0,60}(?:19|20)\d{2}/;
const MOST_LINES = 4;
/** A line with less than this in its favour is no heading. */
const WEAKEST = 1.5;

/** Finds the heading a reader takes for the title of the page; null when nothing looks like one. */
export function findHeadline(layout: Layout, head: Head): Headline | null {
  const named = [head.government.ArticleTitle ?? '', head.named.get('og:title') ?? '', ...titleParts(head.title)]
    .map(squeeze)
    .filter((t) => t.length >= 4);
  const crumb = layout.lines.findIndex(isCrumb);
  return joinedLines(layout.lines, named) ?? bestLine(layout, named, head, crumb) ?? aboveInfo(layout.lines, crumb);
}

/** Parts of the page title around the usual separators, the whole first: 标题_栏目_站名. */
export function titleParts(title: string): string[] {
  return [title, ...title.split(/\s*[_|｜]\s*|\s+[-–—]+\s+|-{2,}/), ...title.split(/\s*[-–—]\s*/)]
    .map((t) => t.trim())
    .filter((t) => t !== '');
}

/** Long titles are set in several centred lines: two or more neighbours that together are what the page calls itself. */
function joinedLines(lines: readonly Line[], named: readonly string[]): Headline | null {
  for (let from = 0; from < lines.length; from++) {
    let text = '';
    for (let to = from; to < Math.min(from + MOST_LINES, lines.length); to++) {
      text += squeeze((lines[to] as Line).text);
      if (text.length > 200) break;
      if (to > from && text.length >= 10 && named.includes(text)) {
        return {
          text: lines
            .slice(from, to + 1)
            .map((l) => l.text)
            .join(''),
          from,
          to: to + 1,
          score: 8,
        };
      }
    }
  }
  return null;
}

function bestLine(layout: Layout, named: readonly string[], head: Head, crumb: number): Headline | null {
  let best: Headline | null = null;
  for (const [i, line] of layout.lines.entries()) {
    const text = squeeze(line.text);
    if (!couldBeTitle(line.text, text) || text === squeeze(head.government.SiteName ?? '')) continue;
    let score = lineScore(layout, line, text, named);
    // The name of the site stands above the breadcrumb, often as h1 and as the page title of every page.
    if (i < crumb) score -= 6;
    if (hasInfoBelow(layout.lines, i)) score += 2;
    if (score > (best?.score ?? WEAKEST)) best = { text: line.text, from: i, to: i + 1, score };
  }
  return best && wholeHeading(best, layout);
}

function couldBeTitle(line: string, text: string): boolean {
  return text.length >= 2 && text.length <= 200 && !NOT_TITLE.test(line);
}

function lineScore(layout: Layout, line: Line, text: string, named: readonly string[]): number {
  const leaf = layout.leaves[line.from] as Layout['leaves'][number];
  let score = headingScore(leaf.box);
  if (named.includes(text)) score += 5;
  else if (text.length >= 8 && named.some((name) => name.startsWith(stripCut(text)))) score += 3;
  if (text.length < 4) score -= 2;
  if (leaf.anchor !== null && layout.leaves[line.to - 1]?.anchor === leaf.anchor) score -= 3;
  return score + Math.min(text.length, 30) / 60;
}

/** The line of date, source and counters that follows a title. */
function hasInfoBelow(lines: readonly Line[], i: number): boolean {
  for (let k = i + 1; k <= i + 2; k++) if (INFO.test(lines[k]?.text.slice(0, 200) ?? '')) return true;
  return false;
}

/** Pages set with plain tables mark no heading: then it is the line right above the info line. */
function aboveInfo(lines: readonly Line[], crumb: number): Headline | null {
  const info = lines.findIndex((line, i) => i > Math.max(crumb, 0) && line.text.length < 200 && INFO.test(line.text));
  const line = lines[info - 1];
  if (info < 1 || !line || !couldBeTitle(line.text, squeeze(line.text)) || line.text.length < 4) return null;
  return { text: line.text, from: info - 1, to: info, score: 3 };
}

function stripCut(text: string): string {
  return text.replace(/(?:\.{2,}|…+)$/, '');
}

function headingScore(leaf: Box): number {
  let score = 0;
  let box = leaf.parent;
  for (let up = 0; up < 4 && box !== null; up++, box = box.parent) {
    if (/^h[1-3]$/.test(box.tag)) return Math.max(score, 5 - Number(box.tag[1]));
    if (TITLE_CLASS.test(`${box.attributes.class ?? ''} ${box.attributes.id ?? ''}`)) score = Math.max(score, 2);
  }
  return score;
}

/** A heading broken by <br> is one title. */
function wholeHeading(line: Headline, layout: Layout): Headline {
  const leaf = layout.leaves[(layout.lines[line.from] as Line).from];
  let box = leaf?.box.parent ?? null;
  for (let up = 0; up < 3 && box !== null && !/^h[1-3]$/.test(box.tag); up++) box = box.parent;
  if (box === null || !/^h[1-3]$/.test(box.tag)) return line;
  const inside = layout.lines.flatMap((l, i) => (l.from >= (box as Box).from && l.to <= (box as Box).to ? [i] : []));
  const [first] = inside;
  const last = inside[inside.length - 1];
  if (first === undefined || last === undefined || last - first >= MOST_LINES) return line;
  const text = inside.map((i) => (layout.lines[i] as Line).text).join('');
  return text.length > 200 ? line : { ...line, text, from: first, to: last + 1 };
}
