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
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|subject|article-?title|arti-?title|news-?title|con-?title|xl-?title|activity-name)\d{0,2}(?:$|[\s_-])|title\b|bt$/i;
const NOT_TITLE = /当前位置|所在位置|您的位置|[>»].+[>»]|^(?:首页|相关|上一篇|下一篇|来源|发布|作者|索\s*引\s*号|扫一扫|分享)|[:：]$/;
const MOST_LINES = 4;

/** Finds the heading a reader takes for the title of the page; null when nothing looks like one. */
export function findHeadline(layout: Layout, head: Head): Headline | null {
  const named = [head.government.ArticleTitle ?? '', head.named.get('og:title') ?? '', ...titleParts(head.title)]
    .map(squeeze)
    .filter((t) => t.length >= 4);
  return joinedLines(layout.lines, named) ?? bestLine(layout, named, head);
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

function bestLine(layout: Layout, named: readonly string[], head: Head): Headline | null {
  let best: Headline | null = null;
  for (const [i, line] of layout.lines.entries()) {
    const score = lineScore(layout, line, named, head);
    if (score > (best?.score ?? 0)) best = { text: line.text, from: i, to: i + 1, score };
  }
  return best && wholeHeading(best, layout);
}

function lineScore(layout: Layout, line: Line, named: readonly string[], head: Head): number {
  const text = squeeze(line.text);
  if (text.length < 4 || text.length > 200 || NOT_TITLE.test(line.text) || text === squeeze(head.government.SiteName ?? '')) return 0;
  const leaf = layout.leaves[line.from];
  if (!leaf) return 0;
  let score = headingScore(leaf.box);
  if (named.includes(text)) score += 5;
  else if (text.length >= 8 && named.some((name) => name.startsWith(stripCut(text)))) score += 3;
  if (leaf.anchor !== null && layout.leaves[line.to - 1]?.anchor === leaf.anchor) score -= 3;
  return score + Math.min(text.length, 30) / 60;
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
