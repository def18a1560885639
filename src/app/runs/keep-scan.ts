import type { Frontier } from '../../collect/frontier/frontier.ts';
import { rowFrontier } from '../../collect/frontier/row-frontier.ts';
import { keptMemory } from '../../collect/memory/kept-memory.ts';
import type { PageMemory } from '../../collect/memory/page-memory.ts';
import { MingchaError } from '../../core/error.ts';
import type { Fact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import { findOpened, findTraces, type PageReader, writeOpened, writeTraces } from '../../store/page-memory.ts';
import { commitForGood, patiently } from '../../store/patience.ts';
import { keptAddresses, writeAddresses } from '../../store/scan-addresses.ts';
import { addNotes, lastNote } from '../../store/scan-notes.ts';
import type { Db } from '../../store/schema.ts';
import { saveProgress, type Target } from '../../store/targets.ts';
import type { App } from '../open.ts';

/**
 * What a kill makes us look at again is what was seen since the last keeping, so steps are kept soon; how soon depends on
 * how long keeping takes, so that a slow disk is not kept busy with nothing else.
 */
const LEAST_APART_MS = 40;
const MOST_APART_MS = 100;
const APART_TIMES = 2;
/** Facts and addresses held back at most. */
const MOST_HELD = 500;

/** What some steps found out, to be kept or lost as one. */
export interface KeptPart {
  facts: readonly Fact[];
  progress: { done: number; total: number };
  /** Small: what grows with the site is in the frontier, the memory and the notes. Read when it is written. */
  checkpoint(): unknown;
  /** Appended to what `readNotes` gives a scan that goes on. */
  notes?: readonly unknown[];
}

/** Frontier, page memory and progress of one scan, in the database. */
export interface ScanKeeper {
  /** For `lookAtSite` and `crawlSite`: `frontier: () => keeper.frontier`. It goes on where the last keeping stood. */
  frontier: Frontier;
  memory: PageMemory;
  /** Takes a finished step; keeps it and those before it when it is time to. Call before the next step is asked for. */
  add(part: KeptPart): Promise<void>;
  /** Keeps what was taken and not yet kept. */
  flush(): Promise<void>;
}

/**
 * Opens what a scan keeps of itself: facts, addresses, traces, notes and checkpoint go into the database in one
 * transaction, so a scan that is killed goes on without a loss and counts nothing twice. Waits for a database that is
 * away. Throws MingchaError 'conflict' from `add` and `flush` when another worker has taken the target in hand since.
 *
 * `reader`: `scan` for the daily look at home page and columns, `sweep` for whole sites.
 */
export async function keepScan(
  app: Pick<App, 'db'>,
  input: { target: Target; siteId: string; reader: PageReader; signal?: AbortSignal },
): Promise<ScanKeeper> {
  const { target, siteId, reader, signal } = input;
  const { db } = app;
  const scan = { siteId, runId: target.runId };
  const rows = rowFrontier(keptAddresses(db, scan));
  const pages = keptMemory({
    traces: (keys) => findTraces(db, siteId, reader, keys),
    opened: (keys) => (reader === 'sweep' ? findOpened(db, siteId, keys) : Promise.resolve(new Map())),
  });
  let note = await lastNote(db, scan);
  let facts: Fact[] = [];
  let notes: unknown[] = [];
  let last: KeptPart | null = null;
  let nextAt = 0;

  async function write(trx: Db, part: KeptPart, checkpoint: unknown): Promise<void> {
    // First, as it waits for nobody's lock but that of another worker on this very target.
    if (!(await saveProgress(trx, target, { ...part.progress, checkpoint })))
      throw new MingchaError('conflict', '这个网站已由另一个采集进程接着查看。', '不需要处理：已查看的内容都已保存。');
    await commitForGood(trx);
    await insertFacts(trx, facts, target.runId);
    await writeAddresses(trx, scan, rows.changed());
    const { traces, opened } = pages.changed();
    await writeTraces(trx, siteId, reader, traces);
    await writeOpened(trx, siteId, opened);
    await addNotes(trx, scan, note + 1, notes);
  }
  async function flush(): Promise<void> {
    const part = last;
    if (part === null) return;
    const began = performance.now();
    const checkpoint = part.checkpoint();
    await patiently(() => db.transaction().execute((trx) => write(trx, part, checkpoint)), signal);
    rows.written();
    pages.written();
    if (notes.length > 0) note += 1;
    facts = [];
    notes = [];
    last = null;
    const now = performance.now();
    nextAt = now + Math.min(Math.max(LEAST_APART_MS, APART_TIMES * (now - began)), MOST_APART_MS);
  }
  return {
    frontier: rows.frontier,
    memory: pages.memory,
    flush,
    async add(part) {
      for (const fact of part.facts) facts.push(fact);
      notes.push(...(part.notes ?? []));
      last = part;
      if (facts.length + rows.pending() >= MOST_HELD || performance.now() >= nextAt) await flush();
    },
  };
}
