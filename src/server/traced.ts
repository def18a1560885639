import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import { MingchaError } from '../core/error.ts';
import { beginTrail, endTrail } from '../store/trail.ts';
import type { Route } from './load-routes.ts';

/** What was handed in is kept up to so many letters a field: a draft is in its own history. */
const MOST_LETTERS = 2_000;
const SECRET = /password|secret|code|token|settings/i;
const LEFT_OUT = '（不留存）';

/**
 * Does a change and keeps in the trail (操作留痕, seeds S06) who did what, and what came of it: every change that was asked for,
 * refused ones too. The line is written first, so a change whose line cannot be kept is not begun, and none of what dies on the way is
 * without its line. One transaction over both would take back what a refusal has to leave behind (a wrong password is counted), and
 * hold rows of the database while a file is read or a mail server is waited for.
 */
export async function traced<T>(app: App, { id }: Pick<Route, 'id'>, caller: Caller, input: object, work: () => Promise<T>): Promise<T> {
  const fields = Object.entries(input);
  const areaId = fields.find(([name]) => name === 'areaId')?.[1] ?? caller.areaId;
  const line = await beginTrail(app.db, {
    at: app.now(),
    areaId,
    userId: caller.userId || null,
    name: caller.name,
    role: caller.role,
    act: id,
    about: Object.fromEntries(fields.filter(([name, value]) => /Ids?$/.test(name) && name !== 'areaId' && isNamed(value))),
    given: Object.fromEntries(fields.map(([name, value]) => [name, SECRET.test(name) ? LEFT_OUT : shortened(value)])),
    address: caller.door.address,
  });
  const ended = (outcome: string): Promise<void> =>
    // What was done is done: who did it is told so, and the line goes on saying that it was begun.
    endTrail(app.db, { line, areaId, at: app.now(), outcome }).catch((error) => console.error(`trail line ${line}: ${outcome}`, error));
  try {
    const answer = await work();
    await ended('ok');
    return answer;
  } catch (error) {
    await ended(error instanceof MingchaError ? error.code : 'internal');
    throw error;
  }
}

/** One id, or those of everything that was done at once. */
const isNamed = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'));

function shortened(value: unknown): unknown {
  const text = JSON.stringify(value) ?? '';
  // A letter of two halves that the cut goes through could not be kept, and the line with it.
  return text.length <= MOST_LETTERS ? value : `${text.slice(0, MOST_LETTERS).replace(/\p{Surrogate}$/u, '')}…（共 ${text.length} 字符）`;
}
