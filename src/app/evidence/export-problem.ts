import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { MingchaError } from '../../core/error.ts';
import type { Fact } from '../../evidence/fact.ts';
import { type WarcRecord, warcMember } from '../../evidence/warc.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { findFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import type { Config } from '../config.ts';
import { type App, withApp } from '../open.ts';
import { addressOf, infoRecord, metadataRecord, resourceRecord, revisitRecord } from './warc-records.ts';

export interface ExportReport {
  file: string;
  bytes: number;
  records: number;
  facts: number;
  /** Facts that hold kept bytes; the others are numbers only. */
  pages: number;
  /** Ids the ledger names and the store no longer has. */
  missing: readonly string[];
}

/** `exportProblem` on an installation. */
export const exportProblemAt = (config: Config, problemId: string, file: string): Promise<ExportReport> =>
  withApp(config, (app) => exportProblem(app, problemId, file));

/**
 * Writes everything a problem rests on as a .warc.gz (ISO 28500): the kept bytes under their addresses and moments, and
 * the facts with the history as JSON. The file appears whole or not at all. Throws 'not-found' for an unknown problem or
 * bytes that are lost.
 */
export async function exportProblem(app: App, problemId: string, file: string): Promise<ExportReport> {
  const found = await findProblem(app.db, problemId);
  if (!found)
    throw new MingchaError(
      'not-found',
      `台账中没有编号为 ${problemId} 的问题。`,
      '请在网页“问题台账”打开该问题，从地址栏或详情中复制编号。',
    );
  const { projection, ...problem } = found;
  const events = await listEvents(app.db, problemId);
  const cited = [...new Set(events.flatMap(evidenceOf))];
  const kept = problem.channelId === null ? [] : await findFacts(app.db, problem.channelId, cited);
  const facts = kept.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const missing = cited.filter((id) => !facts.some((fact) => fact.id === id));
  const path = resolve(file);
  let records = 0;
  await writeWhole(path, async (handle) => {
    const add = async (record: WarcRecord): Promise<void> => {
      await handle.writeFile(await warcMember(record));
      records += 1;
    };
    await add(infoRecord(basename(path), problemId, app.now()));
    for await (const record of pagesOf(app, facts)) await add(record);
    await add(metadataRecord(problemId, { schema: 'mingcha/evidence/1', problem, projection, events, facts, missing }, app.now()));
  });
  const { size } = await stat(path);
  return { file: path, bytes: size, records, facts: facts.length, pages: facts.filter(({ blob }) => blob !== null).length, missing };
}

/** Bytes once; the same bytes at the same address later are a revisit, several facts read from one look are one record. */
async function* pagesOf(app: App, facts: readonly Fact[]): AsyncGenerator<WarcRecord> {
  const first = new Map<string, WarcRecord>();
  const written = new Set<string>();
  for (const fact of facts) {
    if (fact.blob === null) continue;
    const place = `${addressOf(fact)} ${fact.blob}`;
    if (written.has(`${place} ${fact.at}`)) continue;
    written.add(`${place} ${fact.at}`);
    const earlier = first.get(place);
    const record = earlier ? revisitRecord(fact, earlier) : resourceRecord(fact, await app.blobs.get(fact.blob));
    if (!earlier) first.set(place, record);
    yield record;
  }
}

const evidenceOf = ({ data: { evidence } }: ProblemEvent): readonly string[] => (Array.isArray(evidence) ? evidence : []);

async function writeWhole(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(temporary, 'wx').catch((cause: NodeJS.ErrnoException) => {
    throw new MingchaError(
      'unavailable',
      `文件 ${path} 不能写入：${cause.code === 'ENOENT' ? '目录不存在' : cause.message}。`,
      '请检查 --out 的目录是否存在、是否可写。',
      { cause },
    );
  });
  try {
    try {
      await write(handle);
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
