import { MingchaError } from '../core/error.ts';
import { type AttachmentType, READING_OUTCOMES, type ReadingOutcome } from '../evidence/attachment.ts';

const NEXT: Readonly<Record<Exclude<ReadingOutcome, 'read'>, string>> = {
  'no-text': '这是扫描件或图片，请提供有文字的原件（.docx、.wps、.xlsx），或先做文字识别。',
  encrypted: '请用原软件去掉打开密码，另存后重试。',
  damaged: '请用 Word 或 WPS 打开并另存为 .docx，再重试。',
  empty: '请检查是否选错了文件。',
  'too-large': '请拆分文件或删去图片后重试。',
  unsupported: '请另存为 .docx、.xlsx 或 .pdf 后重试。',
  'not-what-it-says': '文件内容与扩展名不符，请确认下载完整，或改正扩展名。',
  'given-up': '请拆分文件后重试。',
};

/** A document out of which nothing could be read. `act`: what was to be done with it (核对、校对). */
export function unreadableFile(
  name: string,
  { outcome, type }: { outcome: ReadingOutcome; type: AttachmentType },
  act: string,
): MingchaError {
  if (type === 'zip') return new MingchaError('bad-input', `“${name}”是压缩包，不能直接${act}。`, `请解压后逐个${act}其中的文件。`);
  const kind = outcome === 'read' ? 'empty' : outcome;
  return new MingchaError('bad-input', `“${name}”读不出内容：${READING_OUTCOMES[kind]}。`, NEXT[kind]);
}
