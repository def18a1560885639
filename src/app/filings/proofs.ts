import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import { isPicture, type ProofKind } from '../../ledger/proof.ts';
import { insertProof, listProofs } from '../../store/filings.ts';
import { noteUpload } from '../likeness/note-picture.ts';
import type { App } from '../open.ts';
import { checkProofFile } from '../rectify/check-proof-file.ts';
import { safeName } from '../rectify/proofs.ts';
import { matterOf } from './act-on-matter.ts';
import { type Acting, rolesIn } from './acting.ts';

/** A screenshot or a scan. */
export const SHOWN_KINDS = ['png', 'jpg', 'pdf'] as const satisfies readonly ProofKind[];
const MOST_PROOFS = 20;

/** Keeps a file handed in for a matter under its hash; what it is is told by its bytes. The same bytes again are the same file. */
export async function addMatterProof(
  app: App,
  areaId: string,
  matterId: string,
  file: { name: string; bytes: Uint8Array },
  caller: Acting,
) {
  const matter = await matterOf(app.db, areaId, matterId, caller);
  if (rolesIn(matter, caller).length === 0)
    throw new MingchaError('not-allowed', '您不能为这件事项上传证明。', '请由主办单位或政务公开办上传。');
  const { kind, pictureHash } = await checkProofFile(file.bytes, SHOWN_KINDS);
  const held = await listProofs(app.db, matterId);
  const id = stableId('proof', matterId, sha256(file.bytes));
  if (held.length >= MOST_PROOFS && held.every((one) => one.id !== id))
    throw new MingchaError('refused', `一件事项最多 ${MOST_PROOFS} 个证明文件。`, '请只上传能说明问题的截图。');
  const blob = await app.blobs.put(file.bytes);
  const kept = { areaId, matterId, id, fileName: safeName(file.name, kind), kind, bytes: file.bytes.length, blob, pictureHash };
  await insertProof(app.db, { ...kept, addedBy: caller.name, addedAt: app.now() });
  if (isPicture(kind)) await noteUpload(app, areaId, blob, file.bytes);
  return { id };
}

/** A proof as it was handed in. @throws not-found. */
export async function readMatterProof(app: App, areaId: string, matterId: string, proofId: string, caller: Acting) {
  await matterOf(app.db, areaId, matterId, caller);
  const proof = (await listProofs(app.db, matterId)).find(({ id }) => id === proofId);
  if (!proof) throw new MingchaError('not-found', '没有这个证明文件。', '请刷新后重新选择。');
  return { bytes: await app.blobs.get(proof.blob), fileName: proof.fileName, picture: isPicture(proof.kind) };
}
