import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Served {
  requests: number;
  pages: number;
  bytes: number;
  unchanged: number;
  connections: number;
}

/** The bench site in a process of its own. `calm`: nothing takes longer than anybody waits. */
export async function serveSite(site: string, calm: boolean, wholeBodies: boolean) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'serve.ts'), site, ...(calm ? ['--calm'] : []), ...(wholeBodies ? ['--whole-bodies'] : [])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())));
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    reset: async (): Promise<void> => void (await fetch(`${origin}/_reset`)).body?.cancel(),
    stats: async (): Promise<Served> => (await fetch(`${origin}/_stats`)).json() as Promise<Served>,
    close: () => child.kill(),
  };
}
