// The physical mark: undici, a pool of 32 connections and htmlparser2's tokenizer; links only. node bare-loop.mjs ORIGIN
// No pace, no robots, no guard, nothing stored, no look for error pages that answer 200; a dead address is asked for twice.
import { Tokenizer } from 'htmlparser2';
import { Pool } from 'undici';

const WANTED = new Map([
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['img', 'src'],
  ['script', 'src'],
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
]);
const PAGE_TAGS = new Set(['a', 'area', 'iframe', 'frame']);
const origin = process.argv[2];
const pool = new Pool(origin, { connections: 32, pipelining: 1, keepAliveTimeout: 30_000, headersTimeout: 15_000, bodyTimeout: 15_000 });
const known = new Map();
const queue = [];
const again = [];
const dead = [];
let pages = 0;
let lastPage = 0;
let running = 0;
const began = performance.now();

function see(path, page) {
  const before = known.get(path);
  if (before !== undefined && (before || !page)) return;
  known.set(path, page);
  queue.push(path);
}

function references(html, base) {
  const hrefs = new Map();
  let name = '';
  let wanted = null;
  let value = null;
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        wanted = WANTED.get(name) ?? null;
      },
      onattribname(start, end) {
        value = wanted !== null && html.slice(start, end).toLowerCase() === wanted ? '' : null;
      },
      onattribdata(start, end) {
        if (value !== null) value += html.slice(start, end);
      },
      onattribentity(code) {
        if (value !== null) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (value !== null && !hrefs.get(value)) hrefs.set(value, PAGE_TAGS.has(name));
        value = null;
      },
      ...{ onopentagend: nothing, onselfclosingtag: nothing, onclosetag: nothing, ontext: nothing, ontextentity: nothing },
      ...{ oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing, onend: nothing },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  for (const [href, page] of hrefs) {
    const url = URL.parse(href, base);
    if (url?.origin === origin) see(url.pathname + url.search, page);
  }
}

/** Whether the address opened. */
async function look(path, second, hops = 0) {
  const page = known.get(path) !== false;
  const { statusCode, headers, body } = await pool.request({ path, method: page || second ? 'GET' : 'HEAD', reset: false });
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    await body.dump();
    const to = URL.parse(headers.location, origin + path);
    return hops < 10 && to?.origin === origin && look(to.pathname + to.search, second, hops + 1);
  }
  if (statusCode >= 200 && statusCode < 300 && page && /html/.test(headers['content-type'] ?? '')) {
    const html = await body.text();
    pages += 1;
    lastPage = performance.now();
    references(html, origin + path);
  } else await body.dump();
  return statusCode < 400 || statusCode === 401 || statusCode === 403;
}

await new Promise((resolve) => {
  see('/index.html', true);
  const fill = () => {
    while (running < 32 && (queue.length > 0 || again.length > 0)) {
      const second = queue.length === 0;
      const path = second ? again.pop() : queue.pop();
      running += 1;
      look(path, second)
        .catch(() => false)
        .then((opened) => {
          if (!opened) (second ? dead : again).push(second ? origin + path : path);
          running -= 1;
          fill();
        });
    }
    if (running === 0) resolve();
  };
  fill();
});
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    pages,
    dead,
    seconds: (performance.now() - began) / 1000,
    reading: (lastPage - began) / 1000,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakMb: maxRSS / 1024,
  }),
  () => process.exit(0),
);
