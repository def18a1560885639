import type { NoticeFile } from '../../store/notices.ts';
import { isSealed } from '../notices/seal-notice.ts';

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  pdf: 'PDF',
  xlsx: 'Excel 附表',
  html: '网页版',
  office: '本单位版式 Word',
};
/** Files written for the public page stand there, not among those of the office. */
const isPublic = (format: string): boolean => format.startsWith('public-');

/** Files of a notice as they are offered, a sealed scan told as the version of record (seeds N08). */
export function fileLines(files: readonly NoticeFile[]) {
  const ofRecord = files.findLast(({ format }) => isSealed(format))?.format ?? null;
  return files
    .filter(({ format }) => !isPublic(format))
    .map(({ format, fileName, bytes }) => ({ format, formatName: nameOf(format, ofRecord), fileName, bytes }));
}

function nameOf(format: string, ofRecord: string | null): string {
  if (!isSealed(format)) return FORMAT_NAMES[format] ?? format;
  return format === ofRecord ? '盖章扫描件（正式文本）' : '盖章扫描件（已更换）';
}
