import type { Finding } from '../finding.ts';
import { bankCardCertainty } from './bank-card.ts';
import { compilePrivacy } from './compile-privacy.ts';
import { isPersonName, isPublicAccount } from './context.ts';
import { personalFinding } from './finding-of.ts';
import { isOldIdentityNumber } from './identity-number.ts';
import { isMobileNumber } from './mobile-number.ts';
import { narrow } from './number-runs.ts';
import { type ListColumns, listColumns, type PlacedCell } from './table-columns.ts';

/** Number of rows from which a list of people with their numbers may open a problem by itself. */
const ROWS_THAT_FILE = 3;
const readBlock = compilePrivacy();

/**
 * Personal data in a whole text: of an attachment as it was read (a line a row, cells parted by tabs) or of a page. Lines are
 * read as blocks; in a table the head and the name in the same row say what a number is. Offsets are into the text as given.
 */
export function readPersonalData(text: string): Finding[] {
  const findings: Finding[] = [];
  let table: PlacedCell[][] = [];
  const close = (): void => {
    for (const finding of readTable(text, table)) findings.push(finding);
    table = [];
  };
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g)) {
    if (line.includes('\t')) table.push(cellsOf(line, index));
    else {
      close();
      for (const finding of readBlock(line)) findings.push(shifted(finding, index));
    }
  }
  close();
  return bareNumbers(text, findings).sort((a, b) => a.start - b.start);
}

function cellsOf(line: string, start: number): PlacedCell[] {
  let at = start;
  return line.split('\t').map((text) => {
    const cell = { text, start: at };
    at += text.length + 1;
    return cell;
  });
}

const shifted = (finding: Finding, by: number): Finding => ({ ...finding, start: finding.start + by, end: finding.end + by });

function readTable(text: string, table: readonly (readonly PlacedCell[])[]): Finding[] {
  if (table.length === 0) return [];
  const columns = listColumns(table);
  const found = new Map<number, Finding>();
  for (const row of table) for (const cell of row) for (const finding of readBlock(cell.text)) take(found, shifted(finding, cell.start));
  if (columns === null) return [...found.values()];
  for (const phone of columns.phone) for (const start of numbersOf(columns, phone)) found.delete(start);
  for (const finding of listed(text, columns)) take(found, finding);
  return [...found.values()];
}

/** Of two findings at one place the surer one stands. */
function take(found: Map<number, Finding>, finding: Finding): void {
  const before = found.get(finding.start);
  if (before === undefined || before.score < finding.score) found.set(finding.start, finding);
}

/** Places of the mobile numbers of a column: there the table tells what they are, not the words of the cell. */
function numbersOf({ body }: ListColumns, column: number): number[] {
  return body.flatMap((row) => {
    const cell = row[column];
    return cell ? readBlock(cell.text).flatMap(({ kind, start }) => (kind === 'mobile-number' ? [cell.start + start] : [])) : [];
  });
}

/** What only head and row together tell: numbers of named people. */
function listed(text: string, columns: ListColumns): Finding[] {
  const { body, name, identity, account, phone, roster, recipients } = columns;
  if (name === null) return [];
  const rows = body.filter((row) => isPersonName(row[name]?.text ?? ''));
  const inBlock = (cell: PlacedCell) => ({ start: cell.start, end: cell.start + cell.text.trimEnd().length });
  const findings: Finding[] = [];
  for (const row of rows) {
    for (const cell of cellsAt(row, identity))
      if (isOldIdentityNumber(bare(cell.text)))
        findings.push(
          personalFinding(text, inBlock(cell), 'identity-number', { severity: 2, score: 0.95, files: true, note: '15位旧号码' }),
        );
    for (const cell of cellsAt(row, account)) {
      if (!/^\d{15,23}$/.test(bare(cell.text)) || isPublicAccount(row.map((one) => one.text).join(' '))) continue;
      const files = bankCardCertainty(bare(cell.text)) !== null;
      findings.push(
        personalFinding(text, inBlock(cell), 'bank-card', { severity: 2, score: files ? 0.98 : 0.8, files, note: '姓名旁的账号' }),
      );
    }
    if (roster && identity.length + account.length === 0) continue;
    for (const cell of cellsAt(row, phone)) {
      if (!isMobileNumber(bare(cell.text))) continue;
      const files = recipients && rows.length >= ROWS_THAT_FILE;
      const about = files ? { severity: 2 as const, score: 0.95, files } : { severity: 3 as const, score: 0.7, files };
      findings.push(personalFinding(text, inBlock(cell), 'mobile-number', { ...about, note: '名单中姓名旁的号码' }));
    }
  }
  return findings;
}

const cellsAt = (row: readonly PlacedCell[], columns: readonly number[]): PlacedCell[] => columns.flatMap((column) => row[column] ?? []);
const bare = (cell: string): string => narrow(cell).replace(/[ -]/g, '');

/**
 * A page's table arrives as one line a cell: mobile numbers that are whole lines, without a word, are then for a list of people
 * or an office's own. Which of the two its other lines say.
 */
function bareNumbers(text: string, findings: readonly Finding[]): Finding[] {
  const isBare = ({ kind, start, end }: Finding): boolean =>
    kind === 'mobile-number' &&
    /(?:^|[\n\r])\s*$/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^\s*(?:$|[\n\r])/.test(text.slice(end, end + 3));
  const alone = findings.filter(isBare);
  if (alone.length === 0) return [...findings];
  const first = Math.min(...alone.map(({ start }) => start));
  const heads = text.slice(Math.max(0, first - HEAD_LETTERS), first);
  if (OFFICE_HEADS.test(heads)) return findings.filter((finding) => !isBare(finding));
  return [...findings];
}
const HEAD_LETTERS = 160;
const OFFICE_HEADS = /职务|科室|股室|部门|办公|值班|监督|咨询|热线|网格员|河长|责任人|服务电话|联系电话|联系人|单位名称|举报|投诉/;
