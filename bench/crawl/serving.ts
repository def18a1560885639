import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasNginx, type Served, serveByNginx } from './nginx.ts';

export interface ServingOptions {
  /** A folder, or the number of pages to be made on the fly. */
  site: string;
  /** For files of the server. */
  folder: string;
  /** `nginx` for the files where it is installed, `node` for everything. */
  server: 'nginx' | 'node';
  /** Nothing takes longer than anybody waits. */
  calm: boolean;
  wholeBodies: boolean;
}

/** The bench site in processes of its own. `by` says what serves the files. */
export async function serveSite({ site, folder, server, calm, wholeBodies }: ServingOptions) {
  const made = /^\d+$/.test(site);
  const flags = [...(calm ? ['--calm'] : []), ...(wholeBodies ? ['--whole-bodies'] : [])];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), site, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())));
  const behind = `http://127.0.0.1:${port}`;
  const nginx = server === 'nginx' && !made && hasNginx() ? await serveByNginx(site, folder, behind) : null;
  if (server === 'nginx' && nginx === null)
    console.warn('Served by node:http: nginx is not installed here, or the pages are made on the fly.');
  return {
    by: nginx === null ? 'node:http' : 'nginx',
    origin: nginx?.origin ?? behind,
    async reset(): Promise<void> {
      await (await fetch(`${behind}/_reset`)).body?.cancel();
      nginx?.reset();
    },
    async stats(): Promise<Served> {
      if (nginx === null) return (await fetch(`${behind}/_stats`)).json() as Promise<Served>;
      await wait(600); // its log is written a little later
      return nginx.stats();
    },
    close(): void {
      nginx?.close();
      child.kill();
    },
  };
}
