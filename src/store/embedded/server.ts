import { mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { serverAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { launch } from './launch.ts';
import { existingLayout, type Layout, layoutOf, preparePlace } from './layout.ts';
import { withMachineLock } from './lock.ts';
import { endOrphans, findPostmaster } from './postmaster.ts';
import { answers, ensureDatabase, serverUrl, stayConnected, usersOf } from './probe.ts';

const LOCK_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 60_000;
/** A client that has just left may still be counted: so many looks, as a busy machine lets a short time pass between two of them. */
const LEAVE_LOOKS = 60;
/** For a server that answers none of them. */
const LEAVE_LIMIT_MS = 30_000;
const POLL_MS = 20;

/** A running embedded server. */
export interface Server {
  /** Address for any PostgreSQL client: a unix socket, no password. */
  url: string;
  /** False when it was running already and was adopted. */
  started: boolean;
}

/** A server that nobody stops as unused while it is held. */
export interface HeldServer extends Server {
  release(): Promise<void>;
}

export interface ServerOptions {
  /** Tests only: false skips waiting for the disk. */
  durable?: boolean;
}

/**
 * Starts the server of a home, or adopts the one that runs. Any number of processes may call this at the same time.
 * The server is a process of its own: it outlives its starter and is not reached by Ctrl-C in the terminal.
 */
export async function ensureServer(home: string, options: ServerOptions = {}): Promise<Server> {
  mkdirSync(home, { recursive: true });
  return (await adoptServer(home)) ?? locked(home, () => start(resolve(home), options.durable ?? true));
}

/**
 * As `ensureServer`, and stays connected. Found running and connected to under one lock: between the two another process
 * that leaves would find the server unused and stop it.
 */
export async function holdServer(home: string, options: ServerOptions = {}): Promise<HeldServer> {
  mkdirSync(home, { recursive: true });
  return locked(home, async () => held(await start(resolve(home), options.durable ?? true)));
}

/** The running server of a home, held, or null. For who is started by one that holds it already. */
export async function holdRunningServer(home: string): Promise<HeldServer | null> {
  const server = await adoptServer(home);
  return server && held(server);
}

/** The running server of a home, or null. "Running" means that it answers, whatever its pid file says. */
export async function adoptServer(home: string): Promise<Server | null> {
  const layout = existingLayout(resolve(home));
  return layout && (await answers(layout)) ? opened(layout, false) : null;
}

/**
 * Stops the server of a home cleanly: open transactions are rolled back, the log is closed.
 * With `ifUnused` it is left running while any other client is connected. Answers whether it is stopped.
 */
export async function stopServer(home: string, options: { ifUnused?: boolean } = {}): Promise<boolean> {
  const layout = existingLayout(resolve(home));
  if (layout === null) return true;
  const deadline = Date.now() + LEAVE_LIMIT_MS;
  for (let look = 1; ; look += 1) {
    // Looked at and stopped under one lock, waited for without it: who wants the server meanwhile gets it.
    const user = await locked(home, () => stop(layout, options.ifUnused ?? false));
    if (user === null) return true;
    // Who holds it stops it on leaving; the connection of who has just left is gone in a moment.
    if (user === 'holder' || look >= LEAVE_LOOKS || Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
}

function locked<T>(home: string, work: () => Promise<T>): Promise<T> {
  return withMachineLock(`postgres/${sha256(realpathSync(home)).slice(0, 32)}`, LOCK_LIMIT_MS, work);
}

async function start(home: string, durable: boolean): Promise<Server> {
  const known = existingLayout(home);
  // Another process may have started it while we waited for the lock.
  if (known && (await answers(known))) return opened(known, false);
  const account = serverAccount(known?.data ?? null);
  const place = preparePlace(home, account);
  const binaries = await prepareBinaries(place.folder, account);
  endOrphans(place.data);
  await initialise(place, binaries, account, durable);
  const layout = layoutOf(place);
  await launch(layout, binaries, account, durable);
  return opened(layout, true);
}

async function held(server: Server): Promise<HeldServer> {
  const { end } = await stayConnected(server.url);
  return { ...server, release: end };
}

async function opened(layout: Layout, started: boolean): Promise<Server> {
  await ensureDatabase(layout.socketFolder);
  return { url: serverUrl(layout.socketFolder), started };
}

/** Answers null when it is stopped, else who uses it. */
async function stop(layout: Layout, ifUnused: boolean): Promise<'holder' | 'client' | null> {
  const postmaster = findPostmaster(layout.data);
  if (postmaster.state !== 'running') return null;
  // One that does not say who uses it (it begins, mends itself, is full) is not known to be unused.
  const user = ifUnused ? await usersOf(layout.socketFolder).catch(() => 'client' as const) : null;
  if (user !== null) return user;
  process.kill(postmaster.pid, 'SIGINT'); // PostgreSQL's "fast shutdown"
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (findPostmaster(layout.data).state === 'running') {
    if (Date.now() > deadline) {
      throw new MingchaError('unavailable', '数据库在规定时间内没有停下来。', `请查看日志 ${layout.log}，稍后再试一次。`);
    }
    await sleep(POLL_MS);
  }
  return null;
}
