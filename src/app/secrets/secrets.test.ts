import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { userOf } from '../../../tests/support/people.ts';
import { runTypeScript } from '../../../tests/support/run-typescript.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { listChannels, putChannel, retireChannel } from '../../store/message-channels.ts';
import { writeRegister } from '../../store/register.ts';
import { giveUpSealKey } from '../../store/seal-keys.ts';
import { changeUser, findUser, insertUser } from '../../store/users.ts';
import { backupTo, restoreFrom } from '../backup.ts';
import { readConfig } from '../config.ts';
import { saveChannel, viewSetUp } from '../messages/set-up.ts';
import type { App } from '../open.ts';
import { takeCode, turnOn } from '../people/second-factor.ts';
import { giveUpLostKey, openSettings, sealPlainSecrets } from './kept-secrets.ts';
import { keyFile, readKey } from './key-file.ts';
import { keyIdOf } from './sealed.ts';
import { openSecret, sealKeyOf, sealSecret } from './secrets.ts';

const NOW = '2022-12-27T02:00:00.000Z';
const AREA = WORLD.county.id;
const MAIL = { host: 'smtp.example.com', port: 465, security: 'tls', from: 'a@a.gov.cn', user: 'a', password: 'sekret-sekret' } as const;
const folders: string[] = [];
let database: TestDatabase;
let app: App;

/** A machine with a data folder of its own. */
function machine(env: Record<string, string> = {}, url = database.url, db = database.db): App {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-secrets-'));
  folders.push(home);
  return {
    ...{ db, databaseUrl: url, blobs: null as never, now: () => NOW, close: async () => {} },
    config: readConfig({ MINGCHA_HOME: home, DATABASE_URL: url, ...env }, home),
  };
}
beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, WORLD.register);
});
beforeEach(async () => {
  for (const table of ['sealKey', 'messageChannel', 'userSession', 'appUser'] as const) await database.db.deleteFrom(table).execute();
  app = machine();
});
afterAll(async () => {
  await database?.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A database that answers which key is in use as of after some work. */
const afterwards = (work: () => Promise<unknown>): App['db'] =>
  database.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async () => {
      await work();
      return { rows: await database.db.selectFrom('sealKey').select('id').where('givenUpAt', 'is', null).execute() };
    },
  });

const user = async () => {
  const one = userOf(app, { name: '某' });
  await insertUser(app.db, one);
  return one;
};
const everything = async () =>
  JSON.stringify([
    await app.db.selectFrom('messageChannel').selectAll().execute(),
    await app.db.selectFrom('appUser').selectAll().execute(),
  ]);
const saveMail = () => saveChannel(app, AREA, { id: null, kind: 'email', name: '邮箱', closed: false, settings: MAIL, by: '某' });

describe('a secret', () => {
  it('opens in its own place only, and not with a letter of it changed; a plain one of before is taken as it is', async () => {
    const sealed = await sealSecret(app, 'a/1', '密码 abc');
    expect(sealed).not.toContain('abc');
    expect(await sealSecret(app, 'a/1', '密码 abc'), 'the same twice looks like two').not.toBe(sealed);
    expect(await openSecret(app, 'a/1', sealed)).toBe('密码 abc');
    const otherAt = (at: number) => {
      const letters = [...sealed];
      letters.splice(at, 1, letters.at(at) === 'A' ? 'B' : 'A');
      return letters.join('');
    };
    for (const [place, text] of [
      ['a/2', sealed],
      ['a/1', otherAt(-1)],
      ['a/1', otherAt(-2)],
      ['a/1', otherAt(30)],
      ['a/1', sealed.slice(0, 30)],
    ] as const)
      await expect(openSecret(app, place, text)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await openSecret(app, 'a/1', 'JBSWY3DPEHPK3PXP')).toBe('JBSWY3DPEHPK3PXP');
  });

  it('of a second factor or a channel cannot be read in the database, and still works', async () => {
    const one = await user();
    const secret = new Secret({ size: 20 }).base32;
    const code = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(NOW) + ms });
    await turnOn(app, one, secret, code(0));
    await saveMail();
    expect(await everything()).not.toMatch(new RegExp(`${secret}|sekret`));
    const kept = await findUser(app.db, one.id);
    expect([await takeCode(app, kept as never, code(30_000)), await takeCode(app, kept as never, '000000')]).toEqual([true, false]);
    const [channel] = await listChannels(app.db, AREA);
    expect(await openSettings(app, channel as never)).toMatchObject(MAIL);
    expect(channel?.settings, 'what is no secret can be looked at').toMatchObject({ host: MAIL.host });
    expect((await viewSetUp(app, AREA, [])).channels[0]).toMatchObject({ filled: ['password'] });
  });

  it('that an earlier version kept plain is sealed at the start, of channels out of use too', async () => {
    const one = await user();
    await changeUser(app.db, one.id, { totpSecret: 'JBSWY3DPEHPK3PXP' });
    for (const id of ['c1', 'c2'])
      await putChannel(app.db, { areaId: AREA, id, kind: 'email', name: id, closed: false, settings: MAIL, savedBy: '某', savedAt: NOW });
    await retireChannel(app.db, AREA, 'c2', NOW);
    expect([await sealPlainSecrets(app), await sealPlainSecrets(app)]).toEqual([3, 0]);
    expect(await everything()).not.toMatch(/JBSWY3DPEHPK3PXP|sekret/);
  });
});

describe('the key', () => {
  it('is made once, for our account alone, and is no part of the database', async () => {
    const { id, bytes } = await sealKeyOf(app);
    expect(statSync(keyFile(app.config)).mode & 0o777).toBe(0o600);
    const again = { ...app, config: { ...app.config } };
    expect(await sealKeyOf(again)).toEqual({ id, bytes });
    const rows = await app.db.selectFrom('sealKey').selectAll().execute();
    expect(rows).toEqual([{ id, madeAt: NOW, givenUpAt: null }]);
  });

  it('is shared by every machine of one database: told to whoever lacks it, given by environment or file', async () => {
    const sealed = await sealSecret(app, 'p', 'x');
    const other = machine();
    for (const asked of [() => openSecret(other, 'p', sealed), () => sealSecret(other, 'p', 'y')])
      await expect(asked()).rejects.toMatchObject({
        ...{ code: 'unavailable', message: expect.stringContaining(keyIdOf(sealed) as string) },
        next: expect.stringMatching(/seal\.key 复制到 .*MINGCHA_SEAL_KEY.*mingcha key --renew/),
      });
    expect(() => statSync(keyFile(other.config)), 'no second key was made').toThrow();
    cpSync(keyFile(app.config), keyFile(other.config));
    expect(await openSecret(other, 'p', sealed)).toBe('x');
    const text = (await sealKeyOf(app)).bytes.toString('base64url');
    expect(await openSecret(machine({ MINGCHA_SEAL_KEY: text }), 'p', sealed)).toBe('x');
    await expect(sealKeyOf(machine({ MINGCHA_SEAL_KEY: `${text.slice(0, -4)}AAAA` })), 'another key').rejects.toMatchObject({
      code: 'unavailable',
    });
    for (const wrong of ['abc', `${text}A`, `${text} ${text}`])
      await expect(sealKeyOf(machine({ MINGCHA_SEAL_KEY: wrong }))).rejects.toMatchObject({ code: 'usage' });
  });

  it('of two machines that begin side by side is one', async () => {
    const ends = await Promise.allSettled([machine(), machine()].map(sealKeyOf));
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is given up only when it is lost, and with it what it had sealed', async () => {
    const one = await user();
    await changeUser(app.db, one.id, { totpSecret: 'JBSWY3DPEHPK3PXP' });
    const id = await saveMail();
    await sealPlainSecrets(app);
    await expect(giveUpLostKey(app)).rejects.toMatchObject({ code: 'refused' });
    const after = machine();
    await expect(
      saveChannel(after, AREA, { id, kind: 'email', name: '邮箱', closed: false, settings: MAIL, by: '某' }),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await giveUpLostKey(after)).toBe(2);
    expect(await findUser(app.db, one.id)).toMatchObject({ totpSecret: null });
    expect((await viewSetUp(after, AREA, [])).channels[0]).toMatchObject({ filled: [], settings: { host: MAIL.host } });
    await saveChannel(after, AREA, { id, kind: 'email', name: '邮箱', closed: false, settings: MAIL, by: '某' });
    const [channel] = await listChannels(app.db, AREA);
    expect(await openSettings(after, channel as never)).toMatchObject(MAIL);
  });

  it('of two processes of one machine that begin side by side is one, whatever the one does while the other asks', async () => {
    const other = { ...app, config: { ...app.config } };
    let asked = false;
    const slow: App = {
      ...app,
      get db() {
        // The other makes the key between two questions of this one.
        const first = !asked;
        asked = true;
        return first ? afterwards(() => sealKeyOf(other)) : database.db;
      },
    };
    expect(await sealKeyOf(slow)).toEqual(await sealKeyOf(other));
  });

  it('of processes that make it at the very same moment is one and whole, on file systems without hard links too, for us alone', async () => {
    const homes = Array.from({ length: 40 }, () => machine().config.home);
    const script = join(homes[0] as string, 'race.mjs');
    // Each goes to the folders as soon as both are there.
    writeFileSync(
      script,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { makeKey } from ${JSON.stringify(new URL('./key-file.ts', import.meta.url).href)};
       const [own, other, ...homes] = process.argv.slice(2);
       writeFileSync(own, '');
       while (!existsSync(other));
       console.log(homes.map((home) => makeKey({ home }).id).join());`,
    );
    const flags = [join(homes[0] as string, 'a'), join(homes[0] as string, 'b')];
    const racing = [flags, flags.toReversed()].map((both) => promisify(execFile)(...runTypeScript(script, ...both, ...homes)));
    const [one, two] = (await Promise.all(racing)).map(({ stdout }) => stdout.trim());
    expect(one).toBe(two);
    expect(new Set(one?.split(',')).size).toBe(homes.length);
    const modes = homes.map((home) => statSync(keyFile({ home })).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(readdirSync(homes[1] as string), 'and nothing beside it').toEqual(['seal.key']);
  });

  it('that is half there is waited for; an empty file of a machine that lost its power is told', async () => {
    const { config } = machine();
    const text = randomBytes(32).toString('base64url');
    writeFileSync(keyFile(config), text.slice(0, 20));
    // Another process, as our own stands still while it waits.
    execFile('sh', ['-c', `sleep 0.2; printf %s ${text} > ${keyFile(config)}`]);
    expect(readKey(config)?.bytes.toString('base64url')).toBe(text);
    writeFileSync(keyFile(config), '');
    expect(() => readKey(config)).toThrow(/是空的/);
  });

  it('that is lost is given up to the end, though the process that began it died between two steps', async () => {
    const one = await user();
    await changeUser(app.db, one.id, { totpSecret: 'JBSWY3DPEHPK3PXP' });
    await sealPlainSecrets(app);
    const after = machine();
    // As far as it came.
    await giveUpSealKey(after.db, NOW);
    await sealKeyOf(after);
    expect(await giveUpLostKey(after)).toBe(1);
    expect(await findUser(app.db, one.id)).toMatchObject({ totpSecret: null });
    await expect(giveUpLostKey(after)).rejects.toMatchObject({ code: 'refused' });
  });

  it('is in no backup: what is restored elsewhere opens once it was brought along, and says so before', async () => {
    await saveMail();
    const { id, bytes } = await sealKeyOf(app);
    const directory = join(app.config.home, 'backup');
    expect((await backupTo(app.config, directory)).key).toMatchObject({ inUse: id, own: id });
    const empty = await emptyTestDatabase();
    const elsewhere = machine({}, empty.url, empty.db);
    try {
      expect((await restoreFrom(elsewhere.config, directory)).key).toMatchObject({ inUse: id, own: null });
      const [channel] = await listChannels(elsewhere.db, AREA);
      await expect(openSettings(elsewhere, channel as never)).rejects.toMatchObject({ code: 'unavailable' });
      writeFileSync(keyFile(elsewhere.config), `${bytes.toString('base64url')}\n`);
      expect(await openSettings(elsewhere, channel as never)).toMatchObject(MAIL);
    } finally {
      await empty.drop();
    }
  });
});
