import type { AttachmentType } from '../../evidence/attachment.ts';

const OFFICE = /urn:schemas-microsoft-com:office|content\s*=\s*["']?(?:Word|Excel)\.(?:Document|Sheet)|mso-[a-z]+\s*:/i;
const ERROR = /<title>[^<]{0,60}(?:40[34]|50\d|error|not found|错误|出错|不存在|找不到|未找到|无法)/i;
const HEAD = 65_536;

/** Whether a page under an office name is a document all the same: report systems write .xls as a table, .doc as Word's own HTML. */
export function isSavedByOffice(bytes: Uint8Array, named: AttachmentType): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('utf8');
  if (ERROR.test(head)) return false;
  if (named === 'xls' || named === 'et') return OFFICE.test(head) || /<table[\s>]/i.test(head);
  return (named === 'doc' || named === 'wps') && OFFICE.test(head);
}
