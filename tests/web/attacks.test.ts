import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { csvFile } from '../../src/app/csv.ts';
import { saveChannel } from '../../src/app/messages/set-up.ts';
import { changeKey } from '../../src/app/people/sessions.ts';
import { reachOf } from '../../src/contract/who.ts';
import { buildServer } from '../../src/server/app.ts';
import { loadRoutes } from '../../src/server/load-routes.ts';
import { PACE, type Pace } from '../../src/server/slow-bodies.ts';
import { traced } from '../../src/server/traced.ts';
import { listRecipients } from '../../src/store/message-channels.ts';
import { findUser } from '../../src/store/users.ts';
import { wayBack } from '../../web/pages/sign-in/use-door.ts';
import type { SignedIn } from '../support/people.ts';
import { callOf, inputOf, PNG, textOf } from './leak-calls.ts';
import { ELSEWHERE, HERE, seedLeaks, unitOf } from './leak-world.ts';
import { type Served, serveApp } from './serve.ts';

/** What somebody who means harm would try on the running server. What ids of others open is in leaks.test.ts. */
const PROBLEM = `/api/areas/${HERE}/problems/ownmark-p`;
const routes = await loadRoutes();
let served: Served;
let drawId: string;
let office: SignedIn;
let unit: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  await seedLeaks(served.app.db, await served.app.blobs.put(PNG));
  drawId = (await served.app.db.selectFrom('draw').select('id').where('id', 'like', 'ownmark%').executeTakeFirst())?.id ?? '';
  office = await served.as({ name: '王敏', areaId: HERE });
  unit = await served.as({ role: 'unit', name: '承办人', areaId: HERE, unitId: unitOf('ownmark') });
  admin = await served.as({ role: 'reader', name: '管理员', areaId: HERE, administers: true });
});
afterAll(() => served?.stop());

const json = { 'content-type': 'application/json' };
const post = (who: SignedIn, path: string, body: object): Promise<Response> =>
  who.fetch(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
const upload = (who: SignedIn, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
  who.fetch(`${PROBLEM}/proofs?fileName=${encodeURIComponent(name)}`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes },
  });
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));
/** Sends the head of an upload and then what `send` does; answers what came back until the line was closed, and how much had gone. */
async function sending(
  url: string,
  who: SignedIn | null,
  length: number,
  send: (socket: Socket) => void,
  path = `${PROBLEM}/proofs?fileName=x`,
) {
  const begun = performance.now();
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket
    .on('error', () => {})
    .on('data', (part) => {
      said += part;
      // An answer to a body that was read whole leaves the line open.
      socket.end();
    });
  const heads = [
    ...['host: x', 'content-type: application/octet-stream', `content-length: ${length}`],
    ...(who ? [`cookie: mingcha=${who.token}`, `x-change-key: ${changeKey(who.token)}`] : []),
  ];
  socket.write(`POST ${path} HTTP/1.1\r\n${heads.join('\r\n')}\r\n\r\n`);
  send(socket);
  await closed(socket);
  return { said, sent: socket.bytesWritten, ms: performance.now() - begun };
}
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

describe('an uploaded file', () => {
  it.each([
    ['a page', '证明.png', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with script', '证明.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a picture that is none', '证明.png', '\u0089PNG\r\n\u001a\n<script>alert(1)</script>'],
    ['a program', '证明.pdf', 'MZ\u0090\u0000'],
    ['nothing', '证明.png', ''],
  ])('that is %s is refused, whatever it is called', async (_what, name, text) => {
    expect((await upload(unit, name, bytesOf(text))).status).toBe(400);
  });

  it('is a picture and nothing else to a browser, though a page hangs at its end, and its name breaks out of no header', async () => {
    const taken = await upload(
      unit,
      '../../x"\r\nset-cookie: a=b\r\n\r\n<svg onload=1>\u202egnp.html',
      Buffer.concat([PNG, bytesOf('<script>1</script>')]),
    );
    expect(taken.status).toBe(200);
    const { id, fileName } = (await taken.json()) as { id: string; fileName: string };
    expect(fileName).toMatch(/^[^<>"\\/\r\n\u202e]+\.png$/u);
    const saved = await unit.fetch(`${PROBLEM}/proofs/${id}`);
    expect(saved.headers.get('set-cookie')).toBeNull();
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~-]+$/);
    const shown = await unit.fetch(`${PROBLEM}/proofs/${id}/picture`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });
});

describe('an address', () => {
  it.each([
    `areas/${HERE}/channels/ownmark/facts/..%2f..%2f..%2fetc%2fpasswd/bytes`,
    `areas/${HERE}/problems/ownmark-p/proofs/..%2f..%2f..%2fetc%2fpasswd`,
    `areas/${HERE}/problems/ownmark-p/proofs/%00`,
    `areas/${HERE}/imports/..%5c..%5csecret/file`,
    `areas/..%2f..%2f${HERE}/problems`,
  ])('leads out of no folder: %s', async (path) => {
    expect([400, 403, 404]).toContain((await office.fetch(`/api/${path}`)).status);
  });

  it.each(["' or 1=1 --", "%' union select password_hash from app_user --", "\\'; drop table problem; --", '𠮷\u0000'])(
    'asks the database nothing of its own: %s',
    async (words) => {
      for (const list of ['problems', 'desk', 'text-errors', 'messages', 'trail']) {
        const field = { messages: 'words', trail: 'person' }[list] ?? 'q';
        const response = await office.fetch(`/api/areas/${HERE}/${list}?${new URLSearchParams({ [field]: words })}`);
        const { total } = (await response.json()) as { total?: number };
        expect([list, response.status < 500, total ?? 0]).toEqual([list, true, 0]);
      }
      const sorted = await office.fetch(`/api/areas/${HERE}/problems?sort=${encodeURIComponent(words)}`);
      expect(sorted.status).toBe(400);
    },
  );

  it.each([
    ['/areas/a/ledger?q=%20x', '/areas/a/ledger?q=%20x'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('to come back to after signing in is our own: %s', (back, to) => {
    expect(wayBack(back)).toBe(to);
  });
});

/** What nobody types by accident, the worst first: of each field the first two that its contract takes go further. */
const ODD = [
  ...['2022-02-30', '0000-00-00', '9999-12-31', '2022-13', '24:60', `%_\\'"(a+)+$${'ﷺ'.repeat(300)}!`, '%'.repeat(200), '(?:(?:a*)*)*b'],
  ...['1e9', '9007199254740993', 'NaN', 'Infinity', '-1', '1.5', '0x10', '__proto__', 'constructor', '[]', ''],
];
const TRIED = 2;

it('whatever stands in a field of an address, the answer is one of ours and no fault of the program', async () => {
  const faults: string[] = [];
  let asked = 0;
  for (const { id, endpoint } of routes.filter(
    ({ endpoint: { who, method } }) => method === 'GET' && (typeof who === 'string' || reachOf(who, 'office') !== null),
  )) {
    const right = inputOf(endpoint, () => 'ownmark', { ownmark: drawId, besidemark: drawId, farmark: drawId });
    for (const field of Object.keys(endpoint.input.shape).filter((name) => name !== 'areaId'))
      for (const input of ODD.map((odd) => ({ ...right, [field]: odd }))
        .filter((one) => endpoint.input.safeParse(one).success)
        .slice(0, TRIED)) {
        const { address, init } = callOf(endpoint, input);
        const response = await office.fetch(address, init);
        await response.arrayBuffer();
        asked += 1;
        if (response.status >= 500) faults.push(`${id} ${field}=${input[field]} ${response.status}`);
      }
  }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(200);
});

describe('the line', () => {
  it('behind a proxy with TLS is kept to https, with the cookie; a claim of nobody’s proxy changes nothing', async () => {
    const heads = async (proxies: string[]) => {
      const server = await buildServer({ ...served.app, config: { ...served.app.config, proxies } }, null);
      const { headers } = await server.inject({ url: '/api/health', headers: { 'x-forwarded-proto': 'https' } });
      await server.close();
      return headers['strict-transport-security'];
    };
    expect([await heads(['127.0.0.1']), await heads(['10.0.0.1']), await heads([])]).toEqual(['max-age=31536000', undefined, undefined]);
  });

  it('tells a watch that asks for no more than the head that the page is there, and what is not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingcha-pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '明察');
    const server = await buildServer(served.app, folder);
    const heads = await Promise.all(['/', '/api/nowhere'].map((url) => server.inject({ method: 'HEAD', url })));
    expect(heads.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [200, ''],
      [404, ''],
    ]);
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('is answered before a body comes where there is no session', async () => {
    const { said } = await sending(served.url, null, 9_999_999, (socket) => void socket.write('abc'));
    expect(said).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('a slow line', () => {
  const PACED: Pace = { headMs: 400, graceMs: 300, windowMs: 500, leastPerSecond: 1_000, mostSlow: 1 };
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    server = await buildServer(served.app, null, PACED);
    await server.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await server?.close();
  });
  /** Some bytes every hundredth of a second until somebody closes, or all are sent. */
  const dripping =
    (bytes: number, all = Number.POSITIVE_INFINITY) =>
    (socket: Socket) => {
      let left = all;
      const timer = setInterval(() => {
        if (socket.destroyed || left <= 0) return clearInterval(timer);
        left -= bytes;
        socket.write(Buffer.alloc(bytes, 0x61));
      }, 10);
    };

  it('brings an honest file through, long after the grace, and one at a time of as many as may be slow', async () => {
    const size = 25_000;
    // Twenty times the least; three times the grace.
    const first = sending(url, unit, size, dripping(250, size));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = sending(url, unit, size, dripping(250, size));
    // Read whole: no picture, as the endpoint says.
    expect((await first).said).toMatch(/^HTTP\/1\.1 400 [\s\S]*bad-input/);
    expect((await second).said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['brings nothing', () => {}],
    ['drips', dripping(1)],
    ['rushes and then rests', (socket) => void socket.write(Buffer.alloc(500_000))],
  ])('that %s is given up, in words, before a thousandth of what it could bring', async (_what, send) => {
    const { said, sent } = await sending(url, unit, 19_000_000, send);
    expect(said).toMatch(/^HTTP\/1\.1 408 [\s\S]*网络太慢/);
    expect(sent).toBeLessThan(600_000);
  });

  it('is given no time beyond the grace without a session, however fast it drips', async () => {
    const { said, ms } = await sending(url, null, 900_000, dripping(100), '/api/sign-in');
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeGreaterThanOrEqual(PACED.graceMs * 0.9);
  });

  it('that never ends its head is closed', async () => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write('GET /api/health HTTP/1.1\r\n');
    const timer = setInterval(() => socket.destroyed || socket.write('x: 1\r\n'), 20);
    await closed(socket);
    clearInterval(timer);
    expect(socket.bytesWritten).toBeLessThan(10_000);
  });

  it('that came while the server stood still is read before it is called late; what is no request is told in words', async () => {
    const { hostname, port } = new URL(url);
    const talk = async (head: string, stoodStillMs: number): Promise<string> => {
      const socket = connect(Number(port), hostname);
      await once(server.server, 'connection');
      let said = '';
      socket.on('data', (bytes) => {
        said += bytes;
      });
      socket.write(head);
      for (const until = performance.now() + stoodStillMs; performance.now() < until; );
      await closed(socket);
      return said;
    };
    expect(await talk('GET /api/health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 1.5 * PACED.headMs)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await talk('GET /api/health HTTP/1.1\r\nhost', 1.5 * PACED.headMs)).toMatch(/^HTTP\/1\.1 408 [\s\S]*网络太慢/);
    expect(await talk('没有\r\n\r\n', 0)).toMatch(/^HTTP\/1\.1 400 [\s\S]*格式不对/);
  });

  it('has the limits of a telephone line where nobody says otherwise', () => {
    // A scan of 20 MB over 64 kbit/s, in the bytes that arrive.
    expect(PACE.leastPerSecond).toBeLessThan(64_000 / 8 / 1.5);
    expect([PACE.headMs <= 30_000, PACE.graceMs + 2 * PACE.windowMs <= 60_000]).toEqual([true, true]);
  });
});

describe('a body', () => {
  it.each([
    ['body of many megabytes', JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) })],
    ['body that is no JSON', '{"text":'],
    ['key that would change every object', '{"__proto__":{"administers":true},"text":"x"}'],
    ['constructor with a prototype', '{"constructor":{"prototype":{"x":1}},"text":"x"}'],
    ['list for a body', '[{"text":"x"}]'],
    ['body nested without end', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('takes no %s', async (_what, body) => {
    expect((await unit.fetch(`${PROBLEM}/answer`, { method: 'POST', headers: json, body })).status).toBe(400);
    expect(({} as { administers?: boolean }).administers).toBeUndefined();
  });
});

describe('another site', () => {
  it('cannot send a form along with the session, nor read an answer', async () => {
    const cookie = `mingcha=${office.token}`;
    const key = { 'x-change-key': changeKey(office.token) };
    const send = (headers: Record<string, string>, body: string) =>
      fetch(`${served.url}/api/me/sessions/end`, { method: 'POST', headers: { cookie, ...headers }, body });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await send({ ...key, 'content-type': type }, '{"session":null}')).status).toBeGreaterThanOrEqual(400);
    expect((await send(json, '{"session":null}')).status, 'without the key').toBe(403);
    const asked = await fetch(`${served.url}/api/areas`, { headers: { cookie, origin: 'https://evil.example' } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    const before = await fetch(`${served.url}/api/areas`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(before.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('no page makes markup of words: names of units, uploads and titles reach the screen as letters (XSS)', () => {
  const folder = join(import.meta.dirname, '..', '..', 'web');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^(?!dist).*\.tsx?$/.test(name));
  const made = sources.filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const isTip = /\btooltip[=:(]/.test(text) && /echarts/i.test(text) && !text.includes("renderMode: 'richText'");
    return (
      isTip || /dangerouslySetInnerHTML|\b(inner|outer)HTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function/i.test(text)
    );
  });
  expect(made).toEqual([]);
  expect(sources.length).toBeGreaterThan(100);
});

describe('letters that no database keeps', () => {
  it.each(['\u0000', '\ud83d'])('do nothing that would leave no trail: %j', async (letter) => {
    const body = JSON.stringify({ login: 'x', name: `新${letter}`, role: 'reader', homeAreaId: HERE });
    const response = await admin.fetch('/api/users', { method: 'POST', headers: json, body });
    expect(response.status).toBe(400);
  });

  it('are not made by cutting a long text short for the trail', async () => {
    const caller = { ...office.user, userId: office.user.id, token: null, door: { address: '', agent: '' } };
    const given = { areaId: HERE, note: '𠮷'.repeat(1_500) };
    await expect(traced(served.app, { id: 'x' }, caller as never, given, async () => 'done')).resolves.toBe('done');
  });
});

describe('a trail that cannot be written', () => {
  const failing = (table: string) => sql`create function fails() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
    create trigger fails before insert on ${sql.table(table)} for each row execute function fails()`;
  const mended = (table: string) => sql`drop trigger fails on ${sql.table(table)}; drop function fails()`;
  const recipient = { unitId: null, routes: [], quiet: null, digestAt: null };
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterAll(() => void vi.restoreAllMocks());
  const kept = async () => (await listRecipients(served.app.db, HERE)).map(({ name }) => name);

  it('stops a change before it is begun', async () => {
    await failing('trail').execute(served.app.db);
    const response = await post(office, `/api/areas/${HERE}/message-recipients`, { ...recipient, name: '不留痕' });
    await mended('trail').execute(served.app.db);
    expect([response.status, await kept()]).toEqual([500, expect.not.arrayContaining(['不留痕'])]);
  });

  it('after a change was done leaves its line, which says that no end was noted', async () => {
    await failing('trail_outcome').execute(served.app.db);
    const response = await post(office, `/api/areas/${HERE}/message-recipients`, { ...recipient, name: '半截' });
    await mended('trail_outcome').execute(served.app.db);
    expect([response.status, await kept()]).toEqual([200, expect.arrayContaining(['半截'])]);
    const { rows } = (await (await office.fetch(`/api/areas/${HERE}/trail`)).json()) as { rows: Record<string, string>[] };
    expect(rows[0]).toMatchObject({ act: 'message-recipient-save', outcome: 'begun', given: expect.stringContaining('半截') });
    expect(rows[0]?.outcomeName).toMatch(/^没有记下结果/);
    const book = await textOf(await office.fetch(`/api/areas/${HERE}/trail.xlsx`));
    expect(book).toContain('没有记下结果');
  });
});

describe('somebody signed in', () => {
  it('does not make more of himself by fields nobody asked for', async () => {
    const more = { role: 'office', administers: true, areaId: null, unitId: null, by: '别人', byRole: 'office', name: '别人' };
    await post(unit, '/api/me/sessions/end', { session: 'x', ...more });
    const answered = await post(unit, `${PROBLEM}/answer`, {
      text: '已更新，请复核。',
      proofIds: [],
      ...more,
      areaId: ELSEWHERE,
      problemId: 'farmark-p',
    });
    expect(answered.status).toBeLessThan(500);
    expect(await findUser(served.app.db, unit.user.id)).toMatchObject({ role: 'unit', administers: false, areaId: HERE, name: '承办人' });
    const events = await served.app.db
      .selectFrom('problemEvent')
      .select(['byName', 'byRole', 'problemId'])
      .where('act', '=', 'reported_fixed')
      .execute();
    expect(events).toEqual([{ byName: '承办人', byRole: 'unit', problemId: 'ownmark-p' }]);
  });

  it('is known by the address of the line, not by one it claims', async () => {
    await unit.fetch('/api/me/sessions/end', {
      method: 'POST',
      headers: { ...json, 'x-forwarded-for': '10.9.8.7' },
      body: '{"session":"x"}',
    });
    const rows = await served.app.db.selectFrom('trail').select('address').where('userId', '=', unit.user.id).execute();
    expect(new Set(rows.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
  });
});

describe('the administrator of an area', () => {
  const wish = { login: 'new.person', name: '新人', role: 'office', homeAreaId: HERE };

  it.each([
    ['over every area', { homeAreaId: null }],
    ['of another area', { homeAreaId: ELSEWHERE }],
    ['of the area above', { homeAreaId: 'area_city' }],
    ['with the unit of another area', { role: 'unit', ofUnitId: unitOf('farmark') }],
    ['with the name of the office, whose messages it would read', { name: '政务公开办' }],
    ['with the name of a unit', { name: 'ownmark镇' }],
  ])('makes nobody %s', async (_what, more) => {
    const response = await post(admin, '/api/users', { ...wish, ...more });
    expect(response.status).toBe(400);
  });

  it('does not grow, nor reach whoever stands above', async () => {
    const above = await served.as({ name: '总管理员', administers: true });
    for (const act of ['reset', 'disable'])
      expect((await post(admin, `/api/users/${above.user.id}/${act}`, { disabled: true })).status).toBe(404);
    expect((await post(admin, `/api/users/${above.user.id}`, { ...wish, login: 'other' })).status).toBe(404);
    const self = { login: admin.user.login, name: '管理员', role: 'reader', administers: true };
    expect((await post(admin, `/api/users/${admin.user.id}`, { ...self, homeAreaId: null })).status).toBe(400);
    const year = { year: 2027, source: 's', holidays: ['2027-01-01'], workdays: [] };
    expect((await post(admin, `/api/areas/${HERE}/work-years`, year)).status, 'the calendar is everybody’s').toBe(403);
  });

  it('makes no namesake of anybody who looks at the same area, not by giving access back either', async () => {
    await served.as({ name: '赵总', areaId: null });
    expect((await post(admin, '/api/users', { ...wish, name: '赵总' })).status).toBe(409);
    const add = async (login: string) =>
      (await post(admin, '/api/users', { ...wish, login, name: '孙某' })).json() as Promise<{ id: string }>;
    const { id } = await add('sun.one');
    await post(admin, `/api/users/${id}/disable`, { disabled: true });
    await add('sun.two');
    expect((await post(admin, `/api/users/${id}/disable`, { disabled: false })).status).toBe(409);
  });
});

describe('secrets', () => {
  it('of a channel are shown to nobody, stand in no trail, and follow to no other server', async () => {
    const settings = { host: 'smtp.example.com', port: 465, security: 'tls', from: 'a@a.gov.cn', user: 'a', password: 'sekret-sekret' };
    const shared = { kind: 'email', name: '邮箱', closed: false } as const;
    const { id } = (await (await post(office, `/api/areas/${HERE}/message-channels`, { id: null, ...shared, settings })).json()) as {
      id: string;
    };
    const all = await (await office.fetch(`/api/areas/${HERE}/message-set-up`)).text();
    const trail = await (await office.fetch(`/api/areas/${HERE}/trail?size=200`)).text();
    expect(all).toContain('smtp.example.com');
    expect(all + trail).not.toContain('sekret');
    const { password: _, ...rest } = settings;
    const moved = { id, ...shared, settings: { ...rest, host: 'smtp.evil.example' }, by: '某' };
    await expect(saveChannel(served.app, HERE, moved)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(saveChannel(served.app, HERE, { ...moved, settings: { ...rest, from: 'b@a.gov.cn' } })).resolves.toBe(id);
  });
});

it.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['-1.5', '-1.5'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['\n=1', '"\'\n=1"'],
  ['＝1+1', "'＝1+1"],
  ['a,"=1', '"a,""=1"'],
])('a cell of a csv is no formula: %j', (given, kept) => {
  expect(csvFile([[given]])).toBe(`\ufeff${kept}\r\n`);
});
