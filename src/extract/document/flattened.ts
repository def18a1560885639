import type { Block } from '../../core/block.ts';

/** A place where cells of a table seem to stand one a line, but rows and columns cannot be told. */
export interface Unclear {
  /** Words the place begins with. */
  quote: string;
}

const HEAD =
  /^(?:序号|编号|名次|排名|排序|位次|得分|总分|分数|备注|级别|类别|类型|平台|结果|等次|合计|小计|总计|问题|标题|文号|栏目|网址|主办|乡镇|部门|地区)$|单位|名称|数量|[数率比额](?:（[^）]*）|\([^)]*\))?$|情况|比例|占比|是否|发布|公开|完成|整改|办结|[（(](?:条|个|家|件|次|项|篇|处|人|分|%|％)[)）]$|时间|日期|账号|问题|名单|结果|任务|次数|条数|类别|部门|乡镇/;
const LONGEST_CELL = 120;
const LONGEST_HEAD = 18;
const [NARROWEST, WIDEST] = [3, 14];
const LEAST_ROWS = 3;

type Kind = 'number' | 'standing' | 'text';
const kindOf = (cell: string): Kind =>
  /^[\d０-９,，.．\s]+(?:[%％]|[家个条件次项篇处人分])?$/.test(cell)
    ? 'number'
    : /^(?:合格|不合格|无问题|达标|不达标|是|否|优秀|良好|正常|√|×)$/.test(cell)
      ? 'standing'
      : 'text';

/**
 * Tables of pages that were copied as text, one cell a line: a run of headings, then rows of as many cells whose kinds come
 * again in the same order. Where cells are missing or merged the rhythm breaks, and the place is named instead of guessed at.
 */
export function unflatten(blocks: readonly Block[]): { blocks: Block[]; unclear: Unclear[] } {
  const found: Block[] = [];
  const unclear: Unclear[] = [];
  for (let at = 0; at < blocks.length; ) {
    const run = runAt(blocks, at);
    const table = looksFlattened(run) ? tableIn(run) : null;
    if (table) {
      found.push(table.block);
      at += table.cells;
      continue;
    }
    if (looksFlattened(run) && !looksFlattened(runAt(blocks, at + 1))) {
      unclear.push({ quote: run.slice(0, NARROWEST).join(' ') });
      found.push(...blocks.slice(at, at + run.length));
      at += run.length;
      continue;
    }
    found.push(blocks[at] as Block);
    at += 1;
  }
  return { blocks: found, unclear };
}

/** Short paragraphs in a row that may be cells, from a place on. */
function runAt(blocks: readonly Block[], from: number): string[] {
  const run: string[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const text = block.text.trim();
    if (text.length > LONGEST_CELL || /^(?:附\s*件|备\s*注\s*[:：]|说\s*明\s*[:：]|注\s*[:：]|第?[一二三四五六七八九十]+、)/.test(text))
      break;
    run.push(text);
  }
  return run;
}

const isHead = (run: readonly string[], width: number): boolean => {
  const head = run.slice(0, width);
  const plain = head.every(
    (cell) => cell.length <= LONGEST_HEAD && !/.{6}(?:表|情况|名单)$/.test(cell) && kindOf(cell) === 'text' && !/[，。；]/.test(cell),
  );
  return plain && HEAD.test(head[0] as string) && head.filter((cell) => HEAD.test(cell)).length * 3 >= width * 2;
};

function tableIn(run: readonly string[]): { block: Block; cells: number } | null {
  let best: { rows: string[][]; left: number } | null = null;
  for (let width = NARROWEST; width <= WIDEST && isHead(run, width); width += 1) {
    const rows = rowsOf(run.slice(width), width);
    if (rows.length < LEAST_ROWS) continue;
    const left = cellsLeft(run.slice(width + rows.length * width));
    const table = [run.slice(0, width), ...rows];
    if (!best || table.length * width > best.rows.length * (best.rows[0] as string[]).length) best = { rows: table, left };
  }
  if (!best) return null;
  // Two lists side by side of unequal length run into one another without a trace.
  const sure = best.left === 0 && new Set(best.rows[0]).size === best.rows[0]?.length;
  const block: Block = sure ? { kind: 'table', rows: best.rows } : { kind: 'table', rows: best.rows, doubt: 'flattened' };
  return { block, cells: best.rows.length * (best.rows[0] as string[]).length };
}

/** Rows of a width whose cells are of the same kinds, column by column; some column must hold more than words. */
function rowsOf(cells: readonly string[], width: number): string[][] {
  const first = cells.slice(0, width).map(kindOf);
  if (first.length < width || !first.some((kind) => kind !== 'text') || first.every((kind) => kind !== 'text')) return [];
  const rows: string[][] = [];
  for (let at = 0; at + width <= cells.length; at += width) {
    const row = cells.slice(at, at + width);
    if (row.some((cell, i) => kindOf(cell) !== first[i])) break;
    rows.push([...row]);
  }
  return rows;
}

/** Cells that stand behind the last full row and belong to no sentence. */
function cellsLeft(rest: readonly string[]): number {
  const end = rest.findIndex((text) => /[。；：]|\d{4}年\d{1,2}月\d{1,2}日|抄送|印发/.test(text));
  const cells = end < 0 ? rest : rest.slice(0, end);
  return cells.filter((cell) => kindOf(cell) !== 'text').length;
}

/** A head and then, among the next lines, enough numbers and verdicts. */
function looksFlattened(run: readonly string[]): boolean {
  if (run.length < NARROWEST * (LEAST_ROWS + 1) || !isHead(run, NARROWEST)) return false;
  const next = run.slice(0, WIDEST * (LEAST_ROWS + 1));
  return next.filter((cell) => kindOf(cell) !== 'text').length * 6 >= next.length;
}
