import { MingchaError } from '../../core/error.ts';
import { baseOfFile } from '../../evidence/against-base.ts';
import { findBlob, PACKINGS } from '../../evidence/blob-files.ts';
import { clearUnfinished, unfinishedIn } from '../../evidence/folder-store.ts';
import { bringBack, discard, filesAside, filesUnder, type KeptFile, prefixesOf, setAside } from '../../evidence/sweep-folder.ts';
import { keepBlobs, keptBlobs, markKeptBlobs, referencedNow, someKeptBlobs } from '../../store/evidence-refs.ts';
import type { Db } from '../../store/schema.ts';

/** What became of the kept files. `bytes` as they lie on the disk. */
export interface FileClearing {
  files: number;
  bytes: number;
  removed: number;
  freed: number;
  /** Nothing refers to them, but they are too young: a writer may be about to. */
  spared: number;
  /** Referred to or put again while they were being taken away. */
  broughtBack: number;
  /** What killed writers left half-written. */
  unfinished: number;
}

/** References looked for before any file is touched. */
const SAMPLE = 200;

interface Clearing {
  folder: string;
  dryRun: boolean;
  /** Files written or put again after this moment stay; milliseconds since 1970. */
  graceFrom: number;
}

/**
 * Removes files nothing refers to. In two phases, for writers go on meanwhile: marked files are first moved out of their
 * place, so that whoever puts the same content writes it anew; then it is asked again, and what is referred to or was
 * put since goes back. Stopped at any moment, the next call finishes it.
 */
export async function clearFiles(session: Db, clearing: Clearing): Promise<FileClearing> {
  const { folder, dryRun, graceFrom } = clearing;
  await markKeptBlobs(session);
  const sum: FileClearing = { files: 0, bytes: 0, removed: 0, freed: 0, spared: 0, broughtBack: 0, unfinished: 0 };
  await requireOwnFolder(session, folder);
  await keepBases(session, clearing);
  const aside = await filesAside(folder);
  count(sum, aside);
  for (const prefix of await prefixesOf(folder)) {
    const files = await filesUnder(folder, prefix);
    count(sum, files);
    const kept = await keptBlobs(session, prefix);
    for (const file of files.filter(({ hash }) => !kept.has(hash))) {
      if (file.renewedAt >= graceFrom) sum.spared += 1;
      else if (dryRun) aside.push(file);
      else aside.push(...present(await setAside(folder, file)));
    }
  }
  const wanted = await referencedNow(
    session,
    aside.map(({ hash }) => hash),
  );
  const isBack = (file: KeptFile): boolean => wanted.has(file.hash) || file.renewedAt >= graceFrom;
  for (const base of await basesOf(aside.filter(isBack))) wanted.add(base);
  for (const file of aside) {
    const back = isBack(file);
    if (back) sum.broughtBack += 1;
    else {
      sum.removed += 1;
      sum.freed += file.bytes;
    }
    if (!dryRun) await (back ? bringBack(folder, file) : discard(file));
  }
  sum.unfinished = (await unfinishedIn(folder, graceFrom)).length;
  if (!dryRun) await clearUnfinished(folder, graceFrom);
  return sum;
}

/** A page that stays needs the page it is packed against, though nothing else may refer to that one any more. */
async function keepBases(session: Db, { folder, graceFrom }: Clearing): Promise<void> {
  for (const prefix of await prefixesOf(folder)) {
    const kept = await keptBlobs(session, prefix);
    const staying = (await filesUnder(folder, prefix)).filter((file) => kept.has(file.hash) || file.renewedAt >= graceFrom);
    await keepBlobs(session, await basesOf(staying));
  }
}

async function basesOf(files: readonly KeptFile[]): Promise<string[]> {
  const bases = new Set<string>();
  for (const { path } of files) if (path.endsWith(PACKINGS.base)) bases.add((await baseOfFile(path)) ?? '');
  bases.delete('');
  return [...bases];
}

/** A folder beside the wrong database would look like nothing but rubbish (MINGCHA_HOME and DATABASE_URL do not belong together). */
async function requireOwnFolder(session: Db, folder: string): Promise<void> {
  if ((await prefixesOf(folder)).length === 0) return;
  for (const hash of await someKeptBlobs(session, SAMPLE)) if ((await findBlob(folder, hash)) !== null) return;
  throw new MingchaError(
    'refused',
    `数据库提到的证据原件一个也不在 ${folder} 中，没有清理任何文件。`,
    '请检查 MINGCHA_HOME 与 DATABASE_URL 是否属于同一套数据；如从备份恢复过，请先恢复证据文件。',
  );
}

function count(sum: FileClearing, files: readonly KeptFile[]): void {
  sum.files += files.length;
  sum.bytes += files.reduce((bytes, file) => bytes + file.bytes, 0);
}

const present = (file: KeptFile | null): KeptFile[] => (file ? [file] : []);
