import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A database that was killed is back within seconds; one that stays away longer is somebody's business. */
const LONGEST_MS = 60_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** Classes of SQLSTATE that say the server is going or coming: connection, operator, too many connections. */
const PASSING = /^(?:08...|57P0[123]|53300)$/;
/** What the system says of a server that is not there at the moment. */
const ABSENT = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

/**
 * Does work in the database, again while the server is away. The work may come twice, also when the first time was kept
 * and only the answer was lost. Throws what is no passing trouble at once, and passing trouble after a minute.
 */
export async function patiently<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const deadline = performance.now() + LONGEST_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || signal?.aborted || performance.now() > deadline) throw error;
    }
    await sleep(pause, undefined, { signal });
  }
}

/**
 * Makes the commit of this transaction wait until it is safe, whatever the server is set to: who goes on after a crash of the
 * database with what it holds in memory must be able to trust that what was committed is there.
 */
export async function commitForGood(trx: Db): Promise<void> {
  await sql`set local synchronous_commit = on`.execute(trx);
}

/** Whether an error only says that the server cannot be reached now. A connection that broke is told by an error without any code. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return PASSING.test(code) || ABSENT.has(code);
  return Object.getPrototypeOf(error) === Error.prototype;
}
