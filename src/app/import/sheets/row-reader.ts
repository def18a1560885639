import type { CalendarDate } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import type { Remarks } from '../remarks.ts';
import { columnPath } from '../words/column-path.ts';
import { plainText, splitNames, tidyName } from '../words/fold.ts';
import { limitOf } from '../words/limit-words.ts';
import { countOf } from '../words/number.ts';
import { officeDate, serialDate } from '../words/office-date.ts';
import { webAddress } from '../words/web-address.ts';
import { MAX_CELL_CHARS } from '../workbook/limits.ts';
import { type Cell, columnLetter, EMPTY_CELL, type Row, type Sheet } from '../workbook/sheet.ts';
import type { Place } from './draft.ts';
import type { FieldSpec } from './field.ts';
import type { Block, Header } from './table.ts';
import type { WordList } from './words.ts';

const DATE_HELP = '不是日期，应写成 2022-12-27、2022/12/27、2022.12.27 或 2022年12月27日';
const LIMIT_HELP = '不是更新时限，应写成：两周、14天、3个月、半年、1年，没有时限的写“不限”';

/** Reads the fields of one row; every wrong cell becomes a fault with sheet, row, title and value, and reads as undefined. */
export class RowReader {
  readonly place: Place;
  private readonly row: Row;
  private readonly sheet: Sheet;
  private readonly header: Header;
  private readonly block: Block;
  private readonly fields: Readonly<Record<string, FieldSpec>>;
  private readonly remarks: Remarks;

  constructor(parts: { sheet: Sheet; header: Header; block: Block; row: Row; fields: RowReader['fields']; remarks: Remarks }) {
    this.sheet = parts.sheet;
    this.header = parts.header;
    this.block = parts.block;
    this.row = parts.row;
    this.fields = parts.fields;
    this.remarks = parts.remarks;
    this.place = { sheet: parts.sheet.name, row: parts.row.number };
  }

  cell(field: string): Cell {
    const index = this.block.fields.get(field);
    return index === undefined ? EMPTY_CELL : (this.row.cells[index] ?? EMPTY_CELL);
  }

  /** Cells under wide titles, with their tags. */
  wideCells(): { tag: string; cell: Cell; title: string }[] {
    return this.block.wide.map(({ tag, index }) => ({
      tag,
      cell: this.row.cells[index] ?? EMPTY_CELL,
      title: this.header.row.cells[index]?.shown ?? tag,
    }));
  }

  /** Reports a wrong cell: what would be right belongs into the message. */
  fault(field: string, message: string): undefined {
    const index = this.block.fields.get(field);
    const title = index === undefined ? this.fields[field]?.title : this.header.row.cells[index]?.shown;
    const value = this.cell(field).shown;
    this.remarks.fault({
      sheet: this.sheet.name,
      row: this.row.number,
      ...(index === undefined ? {} : { column: columnLetter(index) }),
      field: title,
      ...(value === '' ? {} : { value }),
      message,
    });
    return undefined;
  }

  text(field: string): string | undefined {
    const cell = this.cell(field);
    if (cell.defect === 'formula-error') return this.fault(field, '公式出错，没有结果，请改正公式或直接填写');
    if (cell.defect === 'formula-without-value') {
      return this.fault(field, '公式没有保存计算结果，请用 Excel 或 WPS 打开保存一次，或改成数值');
    }
    if (cell.text.length > MAX_CELL_CHARS)
      return this.fault(field, `太长（${cell.text.length} 字），最多 ${MAX_CELL_CHARS} 字，请检查是否填错了格`);
    if (cell.text !== '') return cell.text;
    return this.fields[field]?.required && this.block.fields.has(field) ? this.fault(field, '必填，不能为空') : undefined;
  }

  /** Words to keep as the user wrote them: a title, a level. */
  plain(field: string): string | undefined {
    return this.text(field) === undefined ? undefined : plainText(this.cell(field).shown);
  }

  /** Words with their line breaks: several things in one cell. */
  lines(field: string): string | undefined {
    if (this.text(field) === undefined) return undefined;
    return this.cell(field)
      .shown.split(/[\r\n]+/)
      .map(plainText)
      .filter((line) => line !== '')
      .join('\n');
  }

  /** A name as the register keeps it. */
  name(field: string): string | undefined {
    return this.text(field) === undefined ? undefined : tidyName(this.cell(field).shown);
  }

  names(field: string): string[] {
    return this.text(field) === undefined ? [] : splitNames(this.cell(field).shown);
  }

  date(field: string): CalendarDate | undefined {
    const cell = this.cell(field);
    if (cell.date !== null) return cell.date;
    const text = this.text(field);
    if (text === undefined) return undefined;
    const serial = /^\d{5}(\.\d+)?$/.test(text) ? serialDate(Number(text), this.sheet.epoch) : null;
    return officeDate(text) ?? serial ?? this.fault(field, DATE_HELP);
  }

  choice<T extends string>(field: string, words: WordList<T>): T | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return words.find(text) ?? this.fault(field, `不在可填的范围内，应为：${words.names.join('、')}`);
  }

  /** A whole number from 0; 1,234 and 1234条 are understood. */
  count(field: string): number | undefined {
    const text = this.text(field);
    if (text === undefined || /^(\/|-+|—+)$/.test(text)) return undefined;
    return countOf(text) ?? this.fault(field, '不是整数，应填 0 或正整数，如 12');
  }

  limit(field: string): Limit | null | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const limit = limitOf(text);
    return limit === undefined ? this.fault(field, LIMIT_HELP) : limit;
  }

  path(field: string): string[] | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return columnPath(this.cell(field).shown) ?? this.fault(field, '栏目路径里有空的一级，应写成：本级政策解读—负责人解读');
  }

  /** An http(s) address; one without its scheme gets http://. */
  url(field: string): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return webAddress(text) ?? this.fault(field, '不是网址，应以 http:// 或 https:// 开头，如 https://www.example.gov.cn/');
  }
}
