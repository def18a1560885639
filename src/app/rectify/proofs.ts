import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import type { Actor } from '../../ledger/event.ts';
import { isPicture } from '../../ledger/proof.ts';
import { insertProof, listProofs, type Proof } from '../../store/rectify-proofs.ts';
import { entriesInScope } from '../ledger/act-on-selected.ts';
import { noteUpload } from '../likeness/note-picture.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { actorFor } from './actor-for.ts';
import { checkProofFile } from './check-proof-file.ts';

/** Files waiting for the act that names them. More is no answer but a store. */
const MOST_WAITING = 20;
const MOST_NAME = 120;

/** A file as the pages show it. */
export const proofLine = ({ id, kind, bytes, fileName, byName, at, day, blob }: Proof) => ({
  id,
  kind,
  picture: isPicture(kind),
  bytes,
  fileName,
  by: byName,
  at,
  day,
  hash: blob,
});

/** Keeps a file as proof for a problem in the scope; it counts as soon as an act names it. @throws not-found, and as `keepProof`. */
export async function addProof(app: App, areaId: string, problemId: string, file: { name: string; bytes: Uint8Array }, caller: Caller) {
  const [entry] = await entriesInScope(app.db, areaId, [problemId], caller.scope);
  if (!entry) throw unknown();
  return keepProof(app, areaId, problemId, file, actorFor(caller, entry.problem));
}

/**
 * Keeps a file by its hash, with day and person; the caller has seen to it that `by` may. The same bytes for the same problem again
 * are the same file. @throws bad-input by its bytes; refused for a file that proves an act already, or when too many wait.
 */
export async function keepProof(app: App, areaId: string, problemId: string, file: { name: string; bytes: Uint8Array }, by: Actor) {
  const { kind, pictureHash } = await checkProofFile(file.bytes);
  const id = stableId('proof', areaId, problemId, sha256(file.bytes));
  const before = await listProofs(app.db, areaId, problemId);
  const same = before.find((one) => one.id === id);
  if (same) {
    if (same.eventSeq === null) return proofLine(same);
    throw new MingchaError('refused', '这个文件已经作为本问题的证明材料提交过。', '请上传新的截图或材料。');
  }
  if (before.filter(({ eventSeq }) => eventSeq === null).length >= MOST_WAITING)
    throw new MingchaError('refused', `这个问题已有 ${MOST_WAITING} 个文件待提交。`, '请先提交反馈，再上传其他材料。');
  const proof = {
    ...{ areaId, problemId, id, kind, pictureHash, bytes: file.bytes.length },
    fileName: safeName(file.name, kind),
    blob: await app.blobs.put(file.bytes),
    ...{ byRole: by.role, byUnitId: by.unitId, byName: by.name },
    at: app.now(),
    day: await todayOf(app, areaId),
  };
  await insertProof(app.db, proof);
  if (isPicture(kind)) await noteUpload(app, areaId, proof.blob, file.bytes);
  return proofLine({ ...proof, eventSeq: null });
}

/** A file as it was handed in, with whether a browser shows it. Throws 'not-found'. */
export async function readProof(app: App, areaId: string, problemId: string, proofId: string, caller: Pick<Caller, 'scope'>) {
  const [entry] = await entriesInScope(app.db, areaId, [problemId], caller.scope);
  const proof = entry && (await listProofs(app.db, areaId, problemId)).find(({ id }) => id === proofId);
  if (!proof) throw unknown();
  return { bytes: await app.blobs.get(proof.blob), fileName: proof.fileName, picture: isPicture(proof.kind) };
}

/** The name it came under, without what file systems or headers could be led astray by, with the ending its bytes have. */
export function safeName(name: string, kind: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/^.*[\\/]/u, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names made to break whoever stores or shows them
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .slice(0, MOST_NAME)
    .trim();
  return `${bare || '证明材料'}.${kind}`;
}

const unknown = (): MingchaError => new MingchaError('not-found', '没有这个问题或证明材料。', '请刷新页面后重新选择。');
