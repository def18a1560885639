import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { terminalPerson } from './terminal-person.ts';

const own = userInfo().username;
// An account that every system has and that nobody runs tests as.
const OTHER = 'nobody';
const number = execFileSync('id', ['-u', OTHER], { encoding: 'utf8' }).trim();

describe('who sits at the terminal', () => {
  it.each<[why: string, environment: NodeJS.ProcessEnv, person: string]>([
    ['without sudo', {}, own],
    ['under sudo, with the account that called', { SUDO_USER: OTHER, SUDO_UID: number }, `${own}（由 ${OTHER} 以 sudo 运行）`],
    ['sudo of the same account', { SUDO_USER: own, SUDO_UID: String(userInfo().uid) }, own],
    ['a name without its number', { SUDO_USER: OTHER }, own],
    ['a name of another number', { SUDO_USER: OTHER, SUDO_UID: '1234567' }, own],
    ['an account nobody knows', { SUDO_USER: 'no-such-account', SUDO_UID: number }, own],
    ['words that are no name', { SUDO_USER: '王敏 签发', SUDO_UID: number }, own],
    ['an option', { SUDO_USER: '--help', SUDO_UID: number }, own],
    ['nothing', { SUDO_USER: '', SUDO_UID: '' }, own],
  ])('%s', (_, environment, person) => {
    expect(terminalPerson(environment)).toBe(person);
  });
});
