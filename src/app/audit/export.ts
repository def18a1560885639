import { MingchaError } from '../../core/error.ts';
import { commentDocx } from '../../notice/recount/marked/comment-docx.ts';
import { writeMarkedHtml } from '../../notice/recount/marked/write-html.ts';
import type { AuditReport } from './report.ts';

/** The document with its figures marked and the reading beside them, as one page that needs nothing else. */
export const auditHtml = (report: AuditReport): string => writeMarkedHtml(report);

/**
 * A copy of the given .docx with a comment at every figure.
 * @throws bad-input when the file is no .docx.
 */
export function auditDocx(bytes: Uint8Array, report: AuditReport): Uint8Array {
  if (report.type !== 'docx')
    throw new MingchaError('bad-input', `“${report.file}”不是 .docx，不能加批注。`, '请另存为 .docx 后重试，或改用 --html 输出核对页。');
  try {
    return commentDocx(bytes, report);
  } catch (cause) {
    // A package that is read and cannot be written anew as it is: some programs write it in a form of their own.
    if (!(cause instanceof RangeError)) throw cause;
    throw new MingchaError(
      'bad-input',
      `“${report.file}”不能加批注。`,
      '请用 Word 或 WPS 打开并另存为 .docx 后重试，或改用 --html 输出核对页。',
      {
        cause,
      },
    );
  }
}
