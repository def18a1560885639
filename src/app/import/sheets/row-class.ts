import { nameKey } from '../words/fold.ts';
import type { Row } from '../workbook/sheet.ts';
import { EXAMPLE_MARK } from './catalogue.ts';
import { titleKey } from './header.ts';
import type { Header } from './table.ts';

/** What a row below the head is. Only `data` is imported; `total` and `subtotal` are checked against it. */
export const ROW_CLASSES = ['data', 'total', 'subtotal', 'section', 'note', 'example', 'head'] as const;
export type RowClass = (typeof ROW_CLASSES)[number];

const NOTE =
  /^(备注|注|说明|填表说明|填报说明|填报单位|填报人|填表人|审核人|联系人|联系电话|填报日期|填报时间|制表|制表人|统计时间|统计截止时间|数据来源|负责人|单位负责人|主要负责人)(\d*)?[:：]/;
const REMARK = /^([※*＊]|第 ?\d+ ?页)/;
/** 一、 （一） 第一部分: headings inside a table. */
const SECTION = /^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+[部分类批])/;
const TOTAL = /^(全[县市区镇乡]|本级|各单位|总)?(合计|总计|共计|总数|累计合计)(?=$|[（(:：\d])/;
const SUBTOTAL = /^.{0,12}小计(?=$|[（(:：\d])/;

/** Classifies a row by its own words; what looks like nothing else is data. */
export function classOfRow(row: Row, header: Header): RowClass {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const first = filled[0];
  if (!first) return 'data';
  if (nameKey(first.text).startsWith(nameKey(EXAMPLE_MARK))) return 'example';
  const texts = [...new Set(filled.map((cell) => cell.text))];
  if (isHeadAgain(row, header, texts)) return 'head';
  if (texts.every((text) => NOTE.test(text)) || (texts.length === 1 && REMARK.test(first.text))) return 'note';
  // 备注： in the first cell and its words in the next.
  if (texts.length === 2 && NOTE.test(first.text) && (texts[1] as string).length > 12) return 'note';
  const totals = filled.slice(0, 2).map((cell) => cell.text.replace(/\s/g, ''));
  if (totals.some((text) => SUBTOTAL.test(text))) return 'subtotal';
  if (totals.some((text) => TOTAL.test(text))) return 'total';
  if (texts.length === 1 && (SECTION.test(first.text) || isBanner(row, header))) return 'section';
  return 'data';
}

/** The head printed again on the next page. */
function isHeadAgain(row: Row, header: Header, texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  return header.rows.some((head) => head.cells.every((cell, i) => titleKey(cell.text) === titleKey(row.cells[i]?.text ?? '')));
}

/** One text merged over (nearly) the whole width: a title between two parts of the table, never a record. */
function isBanner(row: Row, header: Header): boolean {
  const width = header.row.cells.filter((cell) => cell.text !== '').length;
  const filled = row.cells.filter((cell) => cell.text !== '');
  return width >= 3 && filled.length >= width - 1 && filled.length >= 3;
}
