import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The server process named in a data folder's pid file. `running` only says that such a process exists; whether it
 * serves is found out by connecting. `stale`: PostgreSQL might refuse to start although nobody is there.
 */
export type Postmaster = { state: 'none' } | { state: 'running' | 'stale'; pid: number };

export function findPostmaster(dataFolder: string): Postmaster {
  const pid = readPid(dataFolder);
  if (pid === null) return { state: 'none' };
  return { state: serves(pid, dataFolder) ? 'running' : 'stale', pid };
}

/** Takes away a pid file whose process is not there. Call under the machine lock. */
export async function removeStalePidFile(dataFolder: string): Promise<void> {
  if (findPostmaster(dataFolder).state === 'stale') await rm(join(dataFolder, 'postmaster.pid'), { force: true });
}

function readPid(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/**
 * We start the server with `-D <data folder>`, so its command line tells it from a program that got the same number
 * later. A dead server that nobody has reaped (in a container whose first process does not) has an empty command line.
 * Unlike /proc/<pid>/cwd this can be read by root in a container without SYS_PTRACE.
 */
function serves(pid: number, dataFolder: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.some((word, i) => word === '-D' && words[i + 1] === dataFolder);
  } catch {
    return false;
  }
}

/**
 * Ends servers whose data folder was removed under them: what they hold is lost already, and they would go on answering
 * and writing for up to a minute before they notice. Where /proc does not tell (a container without SYS_PTRACE) they are
 * left to notice it themselves.
 */
export function endOrphans(dataFolder: string): void {
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid) && serves(pid, dataFolder) && standsInRemovedFolder(pid)) process.kill(pid, 'SIGQUIT');
  }
}

function standsInRemovedFolder(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}
