import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopServer } from '../../src/store/embedded/server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ASK_EVERY_MS = 50;

/** A command of the real program in a process group of its own, as a shell gives it one. */
export interface Running {
  child: ChildProcess;
  /** Everything it said so far, on both streams. */
  said(): string;
  /** Waits until it has said this. Throws with what it said instead when it ends before. */
  until(text: string | RegExp): Promise<void>;
  /** Its exit code. */
  ended: Promise<number | null>;
  /** What a terminal does on Ctrl-C: the signal reaches every process of the group. */
  ctrlC(): void;
}

/** Parts of an installation as the process list shows them. */
export const PARTS = {
  supervisor: 'src/cli/main.ts',
  http: 'http-main.ts',
  scheduler: 'scheduler-main.ts',
  worker: 'worker-main.ts',
  postgres: 'bin/postgres',
} as const;
export type Part = keyof typeof PARTS;

/** An empty data folder that the database's own account can reach, and everything that runs on it. */
export function newHome(): { home: string; end(): Promise<void>; clear(): Promise<void> } {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-processes-'));
  chmodSync(home, 0o755);
  async function end(): Promise<void> {
    await until(() => {
      const left = processesOf(home);
      for (const { pid } of left) kill(pid, 'SIGKILL');
      return left.length === 0;
    }, 'the processes of a cleared home are gone');
  }
  return {
    home,
    /** Kills what still runs on it. */
    end,
    async clear() {
      await end();
      await stopServer(home);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs `command` (the program and its arguments) on a home; `mingcha` stands for our own. */
export function run(command: readonly string[], env: Readonly<Record<string, string>>): Running {
  const [program, ...args] = command[0] === 'mingcha' ? [join(ROOT, 'bin', 'mingcha'), ...command.slice(1)] : command;
  const child = spawn(program as string, args, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment(env) });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += part));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    said: () => text,
    ended,
    async until(wanted) {
      const found = () => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
      await until(() => found() || child.exitCode !== null, `“${wanted}” in: ${text}`);
      if (!found()) throw new Error(`ended with ${child.exitCode} before it said “${wanted}”:\n${text}`);
    },
    ctrlC: () => kill(-(child.pid as number), 'SIGINT'),
  };
}

/** Ours, without what the tests' own run or a machine's profile set. */
function environment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL, MINGCHA_HOME, MINGCHA_ROOT, MINGCHA_HOST, MINGCHA_PORT, npm_lifecycle_event, NODE_OPTIONS, ...own } = process.env;
  // Every home would unpack a browser of its own for sites that need none.
  return { ...own, MINGCHA_BROWSER: 'off', ...added };
}

/** Every process that works on a home: those that have it in their environment, and its database server. */
export function processesOf(home: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const command = readProc(name, 'cmdline');
      if (command === '') return []; // gone, or dead and not reaped
      const ours = readProc(name, 'environ').includes(`MINGCHA_HOME=${home}\0`) || command.includes(`-D ${home}/`);
      return ours ? [{ pid: Number(name), command }] : [];
    });
}

/**
 * Every process of a part, of one look at the machine: a part may begin, give up and begin again between two. Without what it
 * has just forked, which bears its command until it takes a name of its own.
 */
export function pidsOf(home: string, part: Part): number[] {
  const found = processesOf(home)
    .filter(({ command }) => command.includes(PARTS[part]))
    .map(({ pid }) => pid);
  return found.filter((pid) => !found.includes(parentOf(pid)));
}

/**
 * The process of a part; of several (a worker beside the supervisor's own) the one that `of` has started. Told by descent: numbers
 * of processes begin anew within minutes on a small machine, so the lower one is not the older.
 */
export function pidOf(home: string, part: Part, of?: Running): number {
  const found = pidsOf(home, part).find((pid) => of === undefined || descends(pid, of.child.pid as number));
  if (found === undefined) throw new Error(`no process of ${part} on ${home}`);
  return found;
}

export const parts = (home: string): Part[] => {
  const running = processesOf(home);
  return (Object.keys(PARTS) as Part[]).filter((part) => running.some(({ command }) => command.includes(PARTS[part])));
};

/** Kills a part as hard as can be; answers the process id it had. */
export function killHard(home: string, part: Part): number {
  const pid = pidOf(home, part);
  kill(pid, 'SIGKILL');
  return pid;
}

/** Signals a process, or with a negative number its group; one that is gone already is fine. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until it is so. Throws what was waited for when it takes too long. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, limitMs = 120_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for: ${what}`);
    await sleep(ASK_EVERY_MS);
  }
}

/** A port that was free a moment ago, of those the system gives to nobody who asks for any: another test would soon have it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** What the health address answers; null while nobody does. */
export async function health(url: string): Promise<{ ok: boolean } | null> {
  return fetch(`${url}api/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => (answer.ok ? (answer.json() as Promise<{ ok: boolean }>) : null),
    () => null,
  );
}

function descends(pid: number, from: number): boolean {
  return pid === from || (pid > 1 && descends(parentOf(pid), from));
}

function parentOf(pid: number): number {
  return Number(
    readProc(String(pid), 'stat')
      .replace(/^.*\) \S /, '')
      .split(' ')[0],
  );
}

function readProc(pid: string, file: string): string {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, 'utf8');
    return file === 'cmdline' ? text.replaceAll('\0', ' ').trim() : text;
  } catch {
    return '';
  }
}
