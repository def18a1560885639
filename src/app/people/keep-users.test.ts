import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { userOf } from '../../../tests/support/people.ts';
import { findUserByLogin, insertUser } from '../../store/users.ts';
import { readConfig } from '../config.ts';
import { listAllUsers, resetFromTerminal } from './keep-users.ts';
import { isPassword } from './passwords.ts';

let database: TestDatabase;
const home = mkdtempSync(join(tmpdir(), 'mingcha-users-'));
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

it('lets who has the machine in again: locked, disabled, the phone with the second factor lost', async () => {
  const config = readConfig({ MINGCHA_HOME: home, DATABASE_URL: database.url }, home);
  const user = userOf({ now: () => '2026-01-01T00:00:00.000Z' }, { name: '管理员', administers: true });
  const lost = { totpSecret: 'A', lockedUntil: '2999-01-01T00:00:00.000Z', disabledAt: '2026-01-02T00:00:00.000Z', failures: 9 };
  await insertUser(database.db, { ...user, login: 'admin', ...lost });
  expect(await listAllUsers(config)).toEqual([
    { login: 'admin', name: '管理员', roleName: '政务公开办', administers: true, state: '已停用' },
  ]);
  const password = await resetFromTerminal(config, 'Admin');
  const found = await findUserByLogin(database.db, 'admin');
  expect(await isPassword(found?.passwordHash ?? null, password)).toBe(true);
  expect(found).toMatchObject({ mustChange: true, totpSecret: null, lockedUntil: null, disabledAt: null, failures: 0 });
  await expect(resetFromTerminal(config, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
});
