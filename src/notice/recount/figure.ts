/** What a stated figure is. */
export const FIGURE_KINDS = ['count', 'rate', 'sum', 'ratio', 'rank', 'list', 'date', 'change', 'title'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];
export const FIGURE_KIND_NAMES: Record<FigureKind, string> = {
  count: '数量',
  rate: '比率',
  sum: '合计',
  ratio: '表内比例',
  rank: '排名',
  list: '名单',
  date: '日期',
  change: '增减',
  title: '标题',
};

/**
 * Where a figure stands: in the running text, or in a cell. Offsets are into the paragraph as given; `line` is the row below
 * the head of its table from 1, as a reader counts, `row` and `at` the row and column of the block from 0.
 */
export type Place =
  | { in: 'text'; block: number; start: number; end: number }
  | { in: 'cell'; table: string; block: number; line: number; column: string; row: number; at: number };

/** A figure as the notice states it. */
export interface Stated {
  id: string;
  kind: FigureKind;
  /** As printed, with its unit of measure. */
  quote: string;
  value: number;
  decimals: number;
  /** 家, 个, 条, %; empty where none is printed. */
  unit: string;
  approximate: boolean;
  place: Place;
  /** The words it belongs to: its part of the sentence before it, and after it. */
  before: string;
  after: string;
  sentence: string;
}

/** A cell of a block. */
export interface CellPlace {
  block: number;
  row: number;
  at: number;
}

/** What a figure was recomputed from; of a table also its rows (from 1, below the head) and, where they are few things, the cells. */
export type Basis =
  | { table: string; rows: readonly number[]; column: string | null; how: string; cells?: readonly CellPlace[] }
  | { sentences: readonly string[]; how: string };

export type FigureVerdict = 'agrees' | 'disagrees' | 'cannot-check';
export const FIGURE_VERDICT_NAMES: Record<FigureVerdict, string> = { agrees: '一致', disagrees: '不一致', 'cannot-check': '无法核对' };

/** What one rule says of one figure. */
export interface Answer {
  figure: Stated;
  verdict: Exclude<FigureVerdict, 'cannot-check'>;
  /** As it would be printed. */
  recomputed: string;
  basis: Basis;
  /** Readings that would explain the stated figure. */
  explanations: readonly string[];
}

/** What is worth a look without being a figure that is wrong. */
export interface Remark {
  kind: 'rounding' | 'period' | 'title' | 'order' | 'unnamed' | 'approximate';
  message: string;
  quote: string | null;
}

export const printNumber = (value: number, decimals: number, unit: string): string => `${value.toFixed(decimals)}${unit}`;
