import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../core/id.ts';
import type { ServerAccount } from './account.ts';

/**
 * Where the parts of one embedded server are. Everything is in `<home>/postgres`, save in one case: run by root, with a
 * home that the server's account cannot enter (/root is mode 700), the parts are in a folder of their own under
 * /var/lib/mingcha, and `<home>/postgres/location` names it.
 */
export interface Place {
  /** The folder the parts are in. */
  folder: string;
  data: string;
  log: string;
}

/** A place whose data folder is made, so that its server has an identity. */
export interface Layout extends Place {
  /** Folder of the server's unix socket; short enough for the system's limit. */
  socketFolder: string;
}

/** sun_path holds 108 bytes with the closing zero. */
const SOCKET_PATH_LIMIT = 107;
const SOCKET_NAME = '.s.PGSQL.5432';
const OUTSIDE = '/var/lib/mingcha';

/** The layout of a home that has been prepared, or null. Reads only. */
export function existingLayout(home: string): Layout | null {
  const folder = locate(home);
  return existsSync(join(folder, 'data')) ? layoutOf(placeOf(folder)) : null;
}

/** Makes the folders of a home for the account. Call under the machine lock. */
export function preparePlace(home: string, account: ServerAccount): Place {
  mkdirSync(join(home, 'postgres'), { recursive: true });
  let folder = locate(home);
  if (!existsSync(join(folder, 'data')) && !canEnter(folder, account)) {
    folder = join(OUTSIDE, randomBytes(6).toString('hex'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(home, 'postgres', 'location'), `${folder}\n`);
  }
  give(folder, account);
  return placeOf(folder);
}

/** A folder of the account's own, closed to others; made if it is not there. */
export function give(folder: string, account: ServerAccount): void {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) chownSync(folder, account.uid, account.gid);
}

function locate(home: string): string {
  const pointer = join(home, 'postgres', 'location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(home, 'postgres');
}

function placeOf(folder: string): Place {
  const real = realpathSync(folder);
  return { folder: real, data: join(real, 'data'), log: join(real, 'server.log') };
}

/** The layout of a place whose data folder is made. */
export function layoutOf(place: Place): Layout {
  return { ...place, socketFolder: socketFolderOf(place) };
}

/**
 * Beside the data where the path allows; else a folder in /tmp, the same for every process whatever its TMPDIR. Named after
 * the cluster: a server whose data folder was removed under it notices within a minute and takes its socket away as it
 * ends, and by then another server may serve at the same path.
 */
function socketFolderOf({ folder, data }: Place): string {
  const cluster = clusterId(data);
  const beside = join(folder, `socket-${sha256(cluster).slice(0, 8)}`);
  const plain = /^[\w/.-]+$/.test(beside) && Buffer.byteLength(join(beside, SOCKET_NAME)) <= SOCKET_PATH_LIMIT;
  return plain ? beside : join('/tmp', `mingcha-${sha256(JSON.stringify([folder, cluster])).slice(0, 16)}`);
}

/** PostgreSQL's own system identifier: the first eight bytes of the control file, in every version. */
function clusterId(data: string): string {
  try {
    return readFileSync(join(data, 'global', 'pg_control'))
      .subarray(0, 8)
      .toString('hex');
  } catch {
    return ''; // A damaged data folder: the server will say so itself when it is started.
  }
}

/** Asks the system itself, so that groups and access lists count too. */
function canEnter(folder: string, account: ServerAccount): boolean {
  if (process.getuid?.() !== 0) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', uid: account.uid, gid: account.gid }).status === 0;
}
