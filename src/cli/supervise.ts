import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of ours that is kept running until it is told to stop. */
export interface Supervised {
  name: string;
  /** What the process printed about itself when it was ready, at its latest start. */
  ready: Promise<Record<string, unknown>>;
  /** Asks it to end, waits, and ends it by force after ten seconds. */
  stop(): Promise<void>;
  /** Process id at this moment; null between a crash and the next start. */
  pid(): number | null;
}

export interface SuperviseSpec {
  name: string;
  /** File to run with the runtime we run on. */
  script: string;
  args?: readonly string[];
  logFolder: string;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const STOP_WAIT_MS = 10_000;
/** A process that ran this long was healthy; its next crash starts the waiting over. */
const HEALTHY_MS = 60_000;

/**
 * Starts a process and starts it again whenever it dies, waiting longer each time.
 * The child prints one JSON line when it is ready, ends on SIGTERM, and ends by itself when we are gone
 * (its IPC channel disconnects), so a killed supervisor leaves nothing behind but the database.
 */
export function supervise(spec: SuperviseSpec): Supervised {
  mkdirSync(spec.logFolder, { recursive: true });
  const log = createWriteStream(join(spec.logFolder, `${spec.name}.log`), { flags: 'a' });
  let child: ChildProcess | null = null;
  let stopping = false;
  let wait = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;
  let settleReady: (line: Record<string, unknown>) => void = () => undefined;
  const ready = new Promise<Record<string, unknown>>((resolve) => {
    settleReady = resolve;
  });

  function begin(): void {
    const startedAt = Date.now();
    child = spawn(process.execPath, [...process.execArgv, spec.script, ...(spec.args ?? [])], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: process.env,
    });
    child.stderr?.pipe(log, { end: false });
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) =>
        line.startsWith('{') && line.includes('"ready"') ? settleReady(JSON.parse(line)) : log.write(`${line}\n`),
      );
    child.on('exit', (code, signal) => {
      child = null;
      if (stopping) return;
      log.write(`${new Date().toISOString()} ended (${signal ?? code}), starting again in ${wait} ms\n`);
      if (Date.now() - startedAt > HEALTHY_MS) wait = FIRST_WAIT_MS;
      timer = setTimeout(begin, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(timer);
    const running = child;
    if (running) {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      const force = setTimeout(() => running.kill('SIGKILL'), STOP_WAIT_MS);
      await ended;
      clearTimeout(force);
    }
    log.end();
  }

  begin();
  return { name: spec.name, ready, stop, pid: () => child?.pid ?? null };
}
