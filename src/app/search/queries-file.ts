import type { TestQuery } from '../../collect/site/search-site.ts';
import { MingchaError } from '../../core/error.ts';
import { Remarks } from '../import/remarks.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import type { Sheet } from '../import/workbook/sheet.ts';

/** Column titles of the table of test queries, the first is the one messages use. */
const TITLES = {
  query: ['检索词', '关键词', '搜索词', '测试词'],
  expectedTitle: ['预期标题', '应查到的标题', '标题', '文件标题'],
  expectedUrl: ['预期网址', '应查到的网址', '网址', '链接'],
} as const;
const MOST_QUERIES = 200;
const LONGEST_QUERY = 60;

/**
 * Test queries from a table (.xlsx, .xls, .ods, .csv) with 检索词 and 预期标题 or 预期网址. Throws MingchaError 'bad-input'
 * naming every wrong row.
 */
export function readQueriesFile(bytes: Uint8Array, name: string): TestQuery[] {
  const remarks = new Remarks();
  const [sheet] = readWorkbook(bytes, name).filter(({ rows }) => rows.length > 0);
  const queries = sheet ? queriesOf(sheet, remarks) : [];
  if (remarks.faultCount === 0 && queries.length === 0) remarks.fault({ sheet: name, message: '没有写任何检索词' });
  if (queries.length > MOST_QUERIES)
    remarks.fault({ sheet: name, message: `有 ${queries.length} 条，超过 ${MOST_QUERIES} 条的上限，每条都要访问一次网站` });
  if (remarks.faultCount === 0) return queries;
  throw new MingchaError(
    'bad-input',
    `检索词清单 ${name} 有 ${remarks.faultCount} 处不对。`,
    '请按提示改正后重试；表格要有“检索词”列，以及“预期标题”“预期网址”中的至少一列。',
    { faults: remarks.faults },
  );
}

function queriesOf(sheet: Sheet, remarks: Remarks): TestQuery[] {
  const head = sheet.rows.find(({ cells }) => cells.some(({ text }) => isTitle(text, TITLES.query)));
  const at = (titles: readonly string[]): number => head?.cells.findIndex(({ text }) => isTitle(text, titles)) ?? -1;
  const columns = { query: at(TITLES.query), expectedTitle: at(TITLES.expectedTitle), expectedUrl: at(TITLES.expectedUrl) };
  if (head === undefined || (columns.expectedTitle < 0 && columns.expectedUrl < 0)) {
    remarks.fault({ sheet: sheet.name, row: head?.number ?? 1, message: '没有找到表头，应有“检索词”和“预期标题”或“预期网址”' });
    return [];
  }
  const seen = new Set<string>();
  return sheet.rows.flatMap(({ number: row, cells }): TestQuery[] => {
    const cell = (index: number): string => (index < 0 ? '' : (cells[index]?.text ?? '').trim());
    const [query, title, url] = [cell(columns.query), cell(columns.expectedTitle), cell(columns.expectedUrl)];
    if (row <= head.number || (query === '' && title === '' && url === '')) return [];
    const wrong = (field: string, value: string, message: string): void => remarks.fault({ sheet: sheet.name, row, field, value, message });
    if (query === '') wrong('检索词', query, '必填：在网站检索框里输入什么');
    else if (query.length > LONGEST_QUERY)
      wrong('检索词', query, `有 ${query.length} 个字，检索框一般收不下，应不超过 ${LONGEST_QUERY} 个字`);
    if (seen.has(query)) wrong('检索词', query, '写了两次，应只留一次');
    if (title === '' && url === '') wrong('预期标题', title, '必填：预期标题和预期网址至少填一个');
    if (url !== '' && !/^https?:\/\/\S+$/i.test(url)) wrong('预期网址', url, '应以 http:// 或 https:// 开头');
    seen.add(query);
    return [{ query, expectedTitle: title || null, expectedUrl: url || null }];
  });
}

const isTitle = (text: string, titles: readonly string[]): boolean => titles.includes(text.replace(/\s+/g, ''));
