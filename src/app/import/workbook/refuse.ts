import { MingchaError } from '../../../core/error.ts';

/** What a file that cannot be read at all should have been. */
export const READABLE = '可导入的文件：Excel 或 WPS 表格（.xlsx、.xls、.ods）、.csv（UTF-8 或 GBK 编码）、通报数据（.json）。';

/** Refuses a whole file. The message names it; `row` where one line of it is to blame. */
export function refuseFile(fileName: string, message: string, next: string, options: { row?: number; cause?: unknown } = {}): MingchaError {
  const faults = options.row === undefined ? [] : [{ sheet: fileName, row: options.row, message: next }];
  return new MingchaError('bad-input', `“${fileName}”${message}`, next, { faults, cause: options.cause });
}
