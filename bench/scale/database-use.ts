import { readdirSync, readFileSync } from 'node:fs';

/** Processor time and memory of a PostgreSQL server, all its processes together (Linux). */
export interface DatabaseUse {
  cpuMs: number;
  /** Private memory and a fair share of what is shared. */
  memoryMb: number;
}

const TICKS_PER_S = 100;

/** `postmaster`: its process id. Time of processes that have ended is counted with it. */
export function databaseUse(postmaster: number): DatabaseUse {
  let cpuMs = 0;
  let memoryMb = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (Number(pid) !== postmaster && Number(fields[1]) !== postmaster) continue;
      const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
      const ended = Number(pid) === postmaster ? endedUser + endedSystem : 0;
      cpuMs += ((user + system + ended) * 1_000) / TICKS_PER_S;
      memoryMb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1_024;
    } catch {
      // ended while we looked
    }
  }
  return { cpuMs, memoryMb };
}
