import { fileTypeFromBuffer } from 'file-type';
import { MingchaError } from '../../core/error.ts';
import { Allowance } from '../../extract/attachment/allowance.ts';
import { READING_LIMITS } from '../../extract/attachment/limits.ts';
import { ReadingFault } from '../../extract/attachment/reading.ts';
import { openArchive } from '../../extract/attachment/zip/open-archive.ts';
import { readPicture } from '../../extract/picture.ts';
import { isPicture, PROOF_KIND_CODES, type ProofKind } from '../../ledger/proof.ts';

/** What a file that was handed in is, by its bytes. */
export interface ProofFile {
  kind: ProofKind;
  pictureHash: string | null;
}

/** A camera's picture of 100 million points is unpacked into 400 MB by whoever looks at it. */
const MOST_POINTS = 60_000_000;
/** How long unpacking a document may take, which is done to see that it is no bomb. */
const UNPACK_MS = 5_000;

const refuse = (message: string, next: string): MingchaError => new MingchaError('bad-input', message, next);

/**
 * Whether a file may be kept as proof: told by its bytes, whatever its name and the browser say; `allowed` of the closed list.
 * @throws bad-input for other types (svg, html, archives), damaged or oversized pictures, and documents that are bombs.
 */
export async function checkProofFile(bytes: Uint8Array, allowed: readonly ProofKind[] = PROOF_KIND_CODES): Promise<ProofFile> {
  if (bytes.length === 0) throw refuse('这个文件是空的。', '请重新选择文件。');
  // Before anything else looks into an archive.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) await requireNoBomb(bytes);
  const said = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  const kind = allowed.find((one) => one === said);
  if (!kind)
    throw refuse(
      `不能上传这种文件${said ? `（.${said}）` : ''}。`,
      `请上传 ${allowed.map((one) => one.toUpperCase()).join('、')} 文件；以文件内容为准，改名无效。`,
    );
  if (!isPicture(kind)) return { kind, pictureHash: null };
  const picture = readPicture(bytes);
  if (!picture) throw refuse('这张图片已损坏，打不开。', '请重新截图或拍照后上传。');
  if (picture.width * picture.height > MOST_POINTS)
    throw refuse(`这张图片太大（${picture.width}×${picture.height}）。`, '请缩小图片，或只截取有关部分后上传。');
  return { kind, pictureHash: picture.hash };
}

/** Unpacks every member to nowhere within the limits of reading. */
async function requireNoBomb(bytes: Uint8Array): Promise<void> {
  const until = performance.now() + UNPACK_MS;
  const allowance = new Allowance(READING_LIMITS, () => performance.now() < until);
  const bomb = (cause?: unknown): MingchaError =>
    new MingchaError('bad-input', '这个文件解压后过大或者已损坏，没有接收。', '请用 Word 或 WPS 重新另存后上传，或改用 PDF。', { cause });
  try {
    for (const member of (await openArchive(bytes, allowance)).members)
      for await (const _piece of member.pieces()) if (allowance.truncated) throw bomb();
  } catch (error) {
    throw error instanceof MingchaError ? error : bomb(error instanceof ReadingFault ? error : undefined);
  }
  if (allowance.truncated) throw bomb();
}
