import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ERROR_CODES, MingchaError } from '../core/error.ts';

/** What a process prints about itself when it is ready. */
export type Ready = Readonly<Record<string, unknown>>;

/** A process of ours that is kept running until it is told to stop. */
export interface Supervised {
  name: string;
  /** Its word at its first start. Rejects when it cannot begin: with its own reason if it gave one. */
  ready: Promise<Ready>;
  /** Asks it to end, waits, and ends it by force after ten seconds. */
  stop(): Promise<void>;
}

export interface SuperviseSpec {
  name: string;
  /** File to run with the runtime we run on. */
  script: string;
  logFolder: string;
  /** Environment to add at a later start, from the process's own word at its first: the port it was given, say. */
  again?: ((first: Ready) => NodeJS.ProcessEnv) | undefined;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const STOP_WAIT_MS = 10_000;
/** A process that ran this long was healthy; its next crash starts the waiting over. */
const HEALTHY_MS = 60_000;
/** Starts granted to a process that dies before it was ever ready, and does not say why. */
const MOST_FIRST_STARTS = 3;

/**
 * Starts a process and starts it again whenever it dies, waiting longer each time.
 * The child prints one JSON line when it is ready, ends on SIGTERM, and ends by itself when we are gone
 * (its IPC channel disconnects), so a killed supervisor leaves nothing behind but the database.
 */
export function supervise(spec: SuperviseSpec): Supervised {
  mkdirSync(spec.logFolder, { recursive: true });
  const logPath = join(spec.logFolder, `${spec.name}.log`);
  const log = createWriteStream(logPath, { flags: 'a' });
  const first = deferred<Ready>();
  // Whoever waits hears it; a start that failed already for another process's reason does not wait.
  first.promise.catch(() => undefined);
  let word: Ready | null = null;
  let child: ChildProcess | null = null;
  let stopping = false;
  let starts = 0;
  let wait = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;

  function hear(line: string): void {
    const said = parse(line);
    if (said?.ready === true) {
      word ??= said;
      first.resolve(word);
    } else if (said?.failed) first.reject(asError(said.failed));
    else log.write(`${line}\n`);
  }

  function begin(): void {
    const startedAt = Date.now();
    starts += 1;
    child = spawn(process.execPath, [...process.execArgv, spec.script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...(word ? spec.again?.(word) : {}) },
      // Out of the terminal's reach: Ctrl-C is ours to act on, also while the child is only beginning.
      detached: true,
    });
    child.stderr?.pipe(log, { end: false });
    if (child.stdout) createInterface({ input: child.stdout }).on('line', hear);
    // 'close' and not 'exit': everything it said has been heard by then.
    child.on('close', (code, signal) => {
      child = null;
      if (stopping) return;
      if (word === null && starts >= MOST_FIRST_STARTS) first.reject(neverReady(spec.name, logPath));
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
      const ended = new Promise((resolve) => running.once('close', resolve));
      running.kill('SIGTERM');
      const force = setTimeout(() => running.kill('SIGKILL'), STOP_WAIT_MS);
      await ended;
      clearTimeout(force);
    }
    log.end();
  }

  begin();
  return { name: spec.name, ready: first.promise, stop };
}

function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void } {
  let settle!: { resolve(value: T): void; reject(error: Error): void };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

function parse(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function asError(failed: unknown): MingchaError {
  const { code, message, next } = failed as { code: keyof typeof ERROR_CODES; message: string; next: string };
  return new MingchaError(code in ERROR_CODES ? code : 'internal', message, next);
}

function neverReady(name: string, logPath: string): MingchaError {
  return new MingchaError('internal', `${name} 进程没有启动成功。`, `请查看日志 ${logPath} 的最后几行；排除原因后重新运行。`);
}
