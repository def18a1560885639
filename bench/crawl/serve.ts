import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { defectOf } from './defects.ts';
import { generatedAt } from './generated.ts';
import { fileOf } from './truth.ts';

/** The bench site: `node serve.ts SITE [--calm] [--delay MS]`, SITE a folder or a number of pages made on the fly; prints its port, answers /_stats with what it was asked. */
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.json': 'application/json',
};
const site = process.argv[2] as string;
const calm = process.argv.includes('--calm');
const wholeBodies = process.argv.includes('--whole-bodies');
const delay = Number(process.argv[process.argv.indexOf('--delay') + 1]) || 0;
const generated = /^\d+$/.test(site) ? Number(site) : 0;
const files = new Map<string, { path: string; size: number; etag: string; modified: string } | null>();
const asked = new Map<string, number>();
const stats = { requests: 0, pages: 0, bytes: 0, unchanged: 0, connections: 0 };

async function lookUp(path: string) {
  const known = files.get(path);
  if (known !== undefined) return known;
  const name = fileOf(site, path);
  const { size, mtimeMs } = name === null ? { size: 0, mtimeMs: 0 } : await stat(name);
  const found =
    name === null
      ? null
      : { path: name, size, etag: `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`, modified: new Date(mtimeMs).toUTCString() };
  files.set(path, found);
  return found;
}

const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (url === '/_stats') {
    response.end(JSON.stringify(stats));
    return;
  }
  if (url === '/_reset') {
    asked.clear();
    Object.assign(stats, { requests: 0, pages: 0, bytes: 0, unchanged: 0, connections: 0 });
    response.end();
    return;
  }
  stats.requests += 1;
  if (delay > 0) setTimeout(() => void answer(), delay);
  else void answer();

  async function answer(): Promise<void> {
    const path = url.split('?', 1)[0] as string;
    const defect = defectOf(path);
    if (defect) {
      const key = `${request.method} ${path}`;
      const seen = asked.get(key) ?? 0;
      asked.set(key, seen + 1);
      if ((calm && defect.slow) || (wholeBodies && defect.kind === 'cut')) response.writeHead(404, { 'content-length': 0 }).end();
      else defect.answer(request, response, seen);
      return;
    }
    if (generated > 0) {
      const page = generatedAt(path, generated);
      if (page !== null) {
        stats.pages += 1;
        stats.bytes += page.length;
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': page.length }).end(page);
        return;
      }
    }
    const file = generated > 0 ? null : await lookUp(path);
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/html', 'content-length': 45 }).end('<html><body><h1>404 Not Found</h1></body></ht');
      return;
    }
    const { etag, size, modified } = file;
    if (request.headers['if-none-match'] === etag || request.headers['if-modified-since'] === modified) {
      stats.unchanged += 1;
      response.writeHead(304, { etag }).end();
      return;
    }
    const type = TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': size, etag, 'last-modified': modified });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    if (type === 'text/html') stats.pages += 1;
    stats.bytes += size;
    response.end(await readFile(file.path));
  }
});
server.keepAliveTimeout = 60_000;
server.on('connection', () => {
  stats.connections += 1;
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
