import type { Block } from '../../core/block.ts';
import type { Allowance } from '../attachment/allowance.ts';
import { tableRows } from '../attachment/plain.ts';
import { rectangular } from '../attachment/text-lines.ts';
import { isCrumb } from '../markup/crumb.ts';
import type { Layout, Line } from '../markup/layout.ts';
import { type Box, walk } from '../markup/tree.ts';
import { findHeadline } from '../page/headline.ts';
import { parsePage } from '../parse-page.ts';

/** Lines of the page around a notice, above and below it. */
const FURNITURE =
  /^(?:首页|无障碍(?:浏览)?|长辈版|适老版|登录|注册|繁體|简体|收藏本站|设为首页|当前位置|您(?:现在)?(?:所在)?的?位置)|^(?:字体|字号|浏览次数|阅读次数|点击数?|打印(?:本页)?|关闭(?:窗口|本页)?|分享(?:到)?|扫一扫.*|保存|大|中|小|\[?\s*[大中小]\s*\]?)\s*[:：]?\s*[\d[\]\s大中小]*$/;
const INFORMATION =
  /^(?:发布|发文|生成|更新|成文)(?:时间|日期)\s*[:：].*|^(?:来源|信息来源|文章来源|作者|责任编辑|编辑|审核)\s*[:：].{0,40}$/;
/** From here on the page speaks of itself. */
const END =
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:文章|链接|文档|信息|新闻)|全部留言|评论|网友评论|我要评论|有用\s*[（(]|您可能感兴趣|分享到|扫一扫|主办单位?\s*[:：]|承办\s*[:：]|版权所有|网站标识码|网站地图|.{0,6}ICP备)/i;

/** The notice on a page as paragraphs and tables; menus, comments, share bars and the foot of the page left out. */
export function pageBlocks(html: string, allowance: Allowance): Block[] {
  const { layout, head } = parsePage(html);
  const tables = [...walk(layout.root)].filter(isDataTable);
  const body = bodyOf(layout, tables);
  const headline = findHeadline(layout, head);
  const blocks: Block[] = [];
  const firstLine = lineAt(layout, body.from);
  if (headline && headline.score >= 4 && headline.to <= firstLine) blocks.push({ kind: 'paragraph', text: headline.text });
  const start = headline && headline.score >= 4 && headline.from >= firstLine ? headline.from : firstLine;
  const shown = new Set<Box>();
  for (let i = start; i < layout.lines.length; i += 1) {
    const line = layout.lines[i] as Line;
    if (line.from >= body.to) break;
    const table = tables.find(({ from, to }) => line.from >= from && line.from < to);
    if (table) {
      if (!shown.has(table)) blocks.push(blockOf(table, allowance));
      shown.add(table);
    } else if (END.test(line.text) && !tables.some(({ from }) => from >= line.to && from < body.to)) break;
    else if (isText(line, layout)) blocks.push({ kind: 'paragraph', text: line.text });
  }
  return blocks;
}

const isText = (line: Line, layout: Layout): boolean =>
  !FURNITURE.test(line.text) && !INFORMATION.test(line.text) && !isCrumb(line) && !isMenu(line, layout);

/** Nothing but links: a menu, or the list of files to load down, which is not the list of attachments. */
function isMenu({ from, to, text }: Line, { leaves }: Layout): boolean {
  return leaves.slice(from, to).every(({ anchor }) => anchor !== null) && !/[。，；]/.test(text) && !/^附件/.test(text);
}

const lineAt = ({ lines }: Layout, leaf: number): number => {
  const at = lines.findIndex((line) => line.to > leaf);
  return at < 0 ? lines.length : at;
};

/** A table of cells, not one that only sets the page: nothing nested in it, two rows and two columns at least. */
function isDataTable(box: Box): boolean {
  if (box.tag !== 'table' || box.from === box.to) return false;
  let rows = 0;
  let cells = 0;
  for (const inner of walk(box)) {
    if (inner !== box && inner.tag === 'table') return false;
    if (inner.tag === 'tr') rows += 1;
    if (inner.tag === 'td' || inner.tag === 'th') cells += 1;
  }
  return rows >= 2 && cells >= rows + 1;
}

function blockOf(table: Box, allowance: Allowance): Block {
  const rows = tableRows(table, allowance).map((row) => row.map(lineByLine));
  return { kind: 'table', rows: rectangular(rows.filter((row) => row.some((cell) => cell !== ''))) };
}

const lineByLine = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/**
 * The part of the page that holds the notice: step by step into the box with most of the text, as long as nothing of weight
 * (a sentence, a table) stays outside.
 */
function bodyOf(layout: Layout, tables: readonly Box[]): Box {
  let body = layout.root;
  for (;;) {
    const next = body.kids.map((box) => ({ box, letters: lettersOf(layout, box.from, box.to) })).sort((a, b) => b.letters - a.letters)[0];
    if (!next || next.letters === 0) return body;
    const { box } = next;
    const outside = (from: number): boolean => from >= body.from && from < body.to && (from < box.from || from >= box.to);
    if (tables.some(({ from }) => outside(from)) || layout.lines.some((line) => outside(line.from) && isSentence(layout, line)))
      return body;
    if (box.tag === '#text' || box.tag === 'p' || box.tag === 'table') return body;
    body = box;
  }
}

const isSentence = (layout: Layout, line: Line): boolean =>
  /[。；]|\d{4}年\d{1,2}月/.test(line.text) && !INFORMATION.test(line.text) && lettersOf(layout, line.from, line.to) > 8;

/** Letters outside of links. */
function lettersOf({ leaves }: Layout, from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i += 1) {
    const leaf = leaves[i];
    if (leaf && leaf.anchor === null) letters += leaf.text.length;
  }
  return letters;
}
