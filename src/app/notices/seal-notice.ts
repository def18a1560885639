import { MingchaError } from '../../core/error.ts';
import { appendAct, listActs } from '../../store/notice-acts.ts';
import { insertNoticeFiles, listNoticeFiles, type Notice } from '../../store/notices.ts';
import { wentOut } from '../../store/states.ts';
import type { App } from '../open.ts';
import { fileNameOf } from './file-name.ts';
import type { Decision } from './review-draft.ts';

/** Formats of sealed scans: the first, and those that took its place. */
export const isSealed = (format: string): boolean => /^sealed(?:-\d+)?$/.test(format);

const KINDS: readonly { ending: string; fits(bytes: Buffer): boolean }[] = [
  { ending: 'pdf', fits: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-' },
  { ending: 'jpg', fits: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { ending: 'png', fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  // OFD is a zip whose root document has this name.
  { ending: 'ofd', fits: (bytes) => bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes('OFD.xml') },
];

/**
 * Keeps the sealed scan beside the files of an issued notice as its version of record (seeds N08), byte for byte. A later
 * scan stands before an earlier one, which is kept. What it is is told by its bytes. Throws 'bad-input' for other files.
 */
export async function sealNotice(app: App, notice: Notice, bytes: Uint8Array, { by, at, note }: Omit<Decision, 'version'>): Promise<void> {
  if (!wentOut(notice.state)) throw new MingchaError('refused', '这份通报还没有印发，不能上传盖章件。', '请先印发，再上传盖章扫描件。');
  const kind = KINDS.find(({ fits }) => fits(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  if (!kind) throw new MingchaError('bad-input', '这个文件不是盖章扫描件。', '请上传 PDF、OFD、JPG 或 PNG 格式的扫描件。');
  const blob = await app.blobs.put(bytes);
  await app.db.transaction().execute(async (trx) => {
    const before = (await listNoticeFiles(trx, notice.id)).filter(({ format }) => isSealed(format));
    const format = before.length === 0 ? 'sealed' : `sealed-${before.length + 1}`;
    const mark = before.length === 0 ? '盖章件' : `盖章件${before.length + 1}`;
    const fileName = fileNameOf(`${notice.title.slice(0, 70)}（${mark}）`, kind.ending);
    await insertNoticeFiles(trx, [{ noticeId: notice.id, format, blob, fileName, bytes: bytes.length }]);
    const acts = await listActs(trx, notice.id);
    const act = { noticeId: notice.id, act: 'sealed', byRole: by.role, byName: by.name, at, note } as const;
    await appendAct(trx, { ...act, editVersion: acts.at(-1)?.editVersion ?? 0 }, acts.length);
  });
}
