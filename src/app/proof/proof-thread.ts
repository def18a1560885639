import { Worker } from 'node:worker_threads';
import type { CalendarDate } from '../../core/date.ts';
import { type ErrorCode, MingchaError } from '../../core/error.ts';
import type { OwnLists } from './own-lists.ts';
import type { ProofReport } from './report.ts';

export interface ProofTask {
  id: number;
  bytes: Uint8Array;
  name: string;
  all: boolean;
  day: CalendarDate;
  own: OwnLists | null;
}

export type ProofAnswer =
  | { id: number; report: ProofReport; error?: undefined }
  | { id: number; report?: undefined; error: { code: ErrorCode; message: string; next: string } };

interface Waiting {
  done(report: ProofReport): void;
  failed(error: Error): void;
}

/** Most drafts that wait at once; a page that is pressed again and again must not fill the memory. */
const ROOM = 8;

let thread: Worker | null = null;
let tasks = 0;
const waiting = new Map<number, Waiting>();

/**
 * Proofreads a draft in a thread of its own, so that a long one keeps nobody else waiting. One draft after another; the thread is
 * started with the first and ends with the process.
 * @throws bad-input when the draft cannot be read; unavailable when too many wait or the reading broke off.
 */
export function proofInThread(
  bytes: Uint8Array,
  name: string,
  { all, day, own }: Pick<ProofTask, 'all' | 'day' | 'own'>,
): Promise<ProofReport> {
  if (waiting.size >= ROOM)
    return Promise.reject(new MingchaError('unavailable', '正在校对的文稿太多。', '请稍等片刻，待前面的校对完成后再试。'));
  return new Promise((done, failed) => {
    tasks += 1;
    waiting.set(tasks, { done, failed });
    thread ??= start();
    const task: ProofTask = { id: tasks, bytes, name, all, day, own };
    thread.postMessage(task);
  });
}

function start(): Worker {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url));
  worker.unref();
  worker.on('message', ({ id, report, error }: ProofAnswer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error) one?.failed(new MingchaError(error.code, error.message, error.next));
    else one?.done(report);
  });
  // A thread that died (out of memory on a hostile file) takes its drafts with it; the next draft starts another.
  const lost = (cause?: unknown): void => {
    if (thread === worker) thread = null;
    const error = new MingchaError('unavailable', '校对中断了，没有得到结果。', '请重试；仍然出现时，请把文稿拆成几份再试。', { cause });
    for (const one of waiting.values()) one.failed(error);
    waiting.clear();
  };
  worker.on('error', lost);
  worker.on('exit', () => lost());
  return worker;
}
