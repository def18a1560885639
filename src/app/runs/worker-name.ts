import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A worker's name: machine, process and when that process began, so that a number given out again is not taken for it. */
export function workerName(pid: number = process.pid): string {
  return `${machine()}${pid}:${began(pid) ?? ''}`;
}

/** What the names of all workers that this process can see begin with. */
export function machine(): string {
  // Containers of one machine count processes each for itself; a machine that was started anew has none of the old ones.
  const boot = read('/proc/sys/kernel/random/boot_id');
  const space = link('/proc/self/ns/pid');
  return boot === null || space === null ? `${hostname()}:` : `${boot.trim()}:${space}:`;
}

/** Whether the worker of a name that begins with `machine()` is surely gone. */
export function isDead(name: string): boolean {
  const [pid = '', since = ''] = name.slice(machine().length).split(':');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return since !== '' && began(Number(pid)) !== since;
}

/** When a process began, in the clock ticks of Linux; null elsewhere, and for one that has ended and was not yet fetched by its parent. */
function began(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : (rest[18] ?? null);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function link(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}
