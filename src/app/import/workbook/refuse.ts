import { MingchaError } from '../../../core/error.ts';

/** What a file that cannot be read at all should have been. */
export const READABLE = '可导入的文件：Excel 或 WPS 表格（.xlsx、.xls、.ods）、.csv（UTF-8 或 GBK 编码）、通报数据（.json）。';

/** Refuses a whole file: nothing in it has a row or cell to point at. */
export function refuseFile(fileName: string, message: string, next: string, cause?: unknown): MingchaError {
  return new MingchaError('bad-input', `“${fileName}”${message}`, next, {
    faults: [{ sheet: fileName, message: `${message}。${next}` }],
    cause,
  });
}
