import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CrawledPage, packStore } from '../../collect/index.ts';
import { sha256 } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { LookReport } from './report/report.ts';

/**
 * What a look keeps in its folder: `evidence.log` (the bytes by their hash), `facts.jsonl` (what the checks read), `pages.jsonl` (every page
 * with the hash of its bytes) and `report.json`.
 */
export interface LookEvidence {
  /** Null keeps nothing. */
  blobs: BlobStore | null;
  facts(facts: readonly Fact[]): Promise<void>;
  pages(pages: readonly CrawledPage[]): Promise<void>;
  report(report: LookReport): Promise<void>;
  close(): void;
}

const NOTHING: LookEvidence = {
  blobs: null,
  facts: async () => undefined,
  pages: async () => undefined,
  report: async () => undefined,
  close: () => undefined,
};

export async function openEvidence(folder: string | null): Promise<LookEvidence> {
  if (folder === null) return NOTHING;
  await mkdir(folder, { recursive: true });
  const append = async (name: string, rows: readonly unknown[]): Promise<void> => {
    if (rows.length > 0) await appendFile(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  };
  const blobs = packStore(join(folder, 'evidence.log'));
  return {
    blobs,
    close: blobs.close,
    facts: (facts) => append('facts.jsonl', facts),
    pages: (pages) =>
      append(
        'pages.jsonl',
        pages.map(({ url, finalUrl, at, title, blob }) => ({ url, finalUrl, at, title, blob })),
      ),
    report: (report) => writeFile(join(folder, 'report.json'), JSON.stringify(report, null, 1)),
  };
}

/** Names bytes by their hash and lets them go. */
export const NOWHERE: BlobStore = {
  put: async (bytes) => sha256(bytes),
  get: async (hash) => {
    throw new Error(`nothing was kept: ${hash}`);
  },
  has: async () => false,
};
