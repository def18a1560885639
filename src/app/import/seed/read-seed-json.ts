import type { z } from 'zod';
import { Remarks } from '../remarks.ts';
import { contentOf } from '../workbook/content.ts';
import { decodeText } from '../workbook/decode-text.ts';
import { READABLE, refuseFile } from '../workbook/refuse.ts';
import { type SeedNotice, seedNotice } from './schema.ts';

/** Notice data as validated parts. Throws MingchaError 'bad-input' with the JSON path of every fault. */
export function readSeedJson(bytes: Uint8Array, fileName: string): SeedNotice {
  if (contentOf(bytes, fileName) !== 'json') throw refuseFile(fileName, '不是通报数据', READABLE);
  const decoded = decodeText(bytes);
  if (!decoded) throw refuseFile(fileName, '的文字编码读不出来', '请另存为 UTF-8 编码的 .json 再导入。');
  const data = parse(decoded.text, fileName);
  if (data === null || typeof data !== 'object' || !('schemaVersion' in data)) {
    throw refuseFile(
      fileName,
      '不是通报数据：最外层应有 schemaVersion（1.0）',
      '请确认选对了文件；单位、网站、账号名单请用导入模板（.xlsx）。',
    );
  }
  const result = seedNotice.safeParse(data);
  if (result.success) return result.data;
  const remarks = new Remarks();
  for (const issue of result.error.issues) {
    const value = valueAt(data, issue.path);
    remarks.fault({
      sheet: fileName,
      field: pathName(issue.path),
      ...(value === undefined ? {} : { value: shorten(value) }),
      message: wanted(issue, value),
    });
  }
  throw remarks.error(fileName);
}

function parse(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw refuseFile(fileName, '不是完整的 JSON（可能没有下载完整，或被改坏了）', '请重新取得文件再导入。', { cause: error });
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  null: 'null',
};

/** What would be right, in Chinese; the closed list where there is one. */
function wanted(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${value === undefined ? '缺少这一项，' : ''}应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `应为：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return '格式不对：日期应为 2022-12-27，时限应为 P14D、P6M、P1Y';
    case 'too_small':
      return issue.origin === 'string' ? '不能为空' : `不能小于 ${String(issue.minimum)}`;
    default:
      return '不符合通报数据的格式';
  }
}

/** ['units', 3, 'kind'] → units[3].kind. */
const pathName = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`)).join('');

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined),
    data,
  );

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
