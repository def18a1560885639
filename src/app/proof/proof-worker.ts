import { parentPort } from 'node:worker_threads';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { openProofreader, type Proofreader } from './open-proofreader.ts';
import type { OwnLists } from './own-lists.ts';
import { proofFile } from './proof-file.ts';
import type { ProofAnswer, ProofTask } from './proof-thread.ts';
import { proofLayers } from './request.ts';

/** The thread that reads drafts: started by `proof-thread.ts`, takes a task after the other. */
let opened: { key: string; reader: Promise<Proofreader> } | null = null;

/** The lists of an area as they stand on a day; the last ones are kept. */
function readerOf(day: CalendarDate, own: OwnLists | null): Promise<Proofreader> {
  const key = `${day} ${sha256(JSON.stringify(own))}`;
  if (opened?.key !== key) opened = { key, reader: openProofreader({ day, layers: proofLayers(undefined), ...(own ? { own } : {}) }) };
  return opened.reader;
}

async function answer({ id, bytes, name, all, day, own }: ProofTask): Promise<ProofAnswer> {
  try {
    return { id, report: await proofFile(await readerOf(day, own), bytes, name, { all }) };
  } catch (error) {
    if (!(error instanceof MingchaError)) throw error;
    const { code, message, next } = error;
    return { id, error: { code, message, next } };
  }
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (task: ProofTask) => {
  last = last.then(async () => parentPort?.postMessage(await answer(task)));
});
