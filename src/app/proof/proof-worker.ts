import { parentPort } from 'node:worker_threads';
import { MingchaError } from '../../core/error.ts';
import { openProofreader, type Proofreader } from './open-proofreader.ts';
import { proofFile } from './proof-file.ts';
import type { ProofAnswer, ProofTask } from './proof-thread.ts';
import { proofDay, proofLayers } from './request.ts';

/** The thread that reads drafts: started by `proof-thread.ts`, takes a task after the other. */
let opened: { day: string; reader: Promise<Proofreader> } | null = null;

/** The lists as they stand on a day; the last day's are kept. */
function readerOf(day: string): Promise<Proofreader> {
  if (opened?.day !== day) opened = { day, reader: openProofreader({ day, layers: proofLayers(undefined) }) };
  return opened.reader;
}

async function answer({ id, bytes, name, all, day }: ProofTask): Promise<ProofAnswer> {
  try {
    return { id, report: await proofFile(await readerOf(proofDay(day)), bytes, name, { all }) };
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
