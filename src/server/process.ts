import { MingchaError } from '../core/error.ts';

/** Longer than this nobody waits for a process of ours to end; what it had in hand is taken up from its checkpoint. */
const END_LIMIT_MS = 8_000;
const TOO_LATE = 'told to end, and what was in hand could not be put back in time';
const EXIT_FAILED = 70;

/**
 * What every process of ours does at its beginning and end: say in one JSON line that it is ready, or why it cannot begin,
 * and end when told or when its parent is gone.
 */
export function runProcess(begin: () => Promise<{ ready: Record<string, unknown>; stop(): Promise<void> }>): void {
  // A parent killed hard no longer reads what we say; that must not keep us from ending in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const asked = askedToEnd();
  work(begin, asked).then(() => process.exit(0), fail);
}

async function work(begin: Parameters<typeof runProcess>[0], asked: Promise<void>): Promise<void> {
  const { ready, stop } = await begin();
  process.stdout.write(`${JSON.stringify({ ready: true, ...ready })}\n`);
  await asked;
  await stop();
}

/** Listens from the first moment: a parent that dies while we begin must not leave us behind. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      setTimeout(() => fail(new Error(TOO_LATE)), END_LIMIT_MS).unref();
      resolve();
    };
    // The terminal's Ctrl-C reaches the whole group; only the supervisor acts on it and then tells us.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', end);
    process.on('disconnect', end);
    if (process.send && !process.connected) end();
  });
}

function fail(error: unknown): never {
  if (error instanceof MingchaError) {
    const { code, message, next } = error;
    process.stdout.write(`${JSON.stringify({ failed: { code, message, next } })}\n`);
  }
  process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(EXIT_FAILED);
}
