import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import { MingchaError } from '../core/error.ts';
import { appendTrail } from '../store/trail.ts';
import type { Route } from './load-routes.ts';

/** What was handed in is kept up to so many letters a field: a draft is in its own history. */
const MOST_LETTERS = 2_000;
const SECRET = /password|secret|code|token|settings/i;
const LEFT_OUT = '（不留存）';

/** Keeps who did what, with what came of it (操作留痕, seeds S06). Every change that was asked for, refused ones too. */
export async function leaveTrail(app: App, { id }: Pick<Route, 'id'>, caller: Caller, input: object, outcome: string): Promise<void> {
  const fields = Object.entries(input);
  await appendTrail(app.db, {
    at: app.now(),
    areaId: fields.find(([name]) => name === 'areaId')?.[1] ?? caller.areaId,
    userId: caller.userId || null,
    name: caller.name,
    role: caller.role,
    act: id,
    about: Object.fromEntries(fields.filter(([name, value]) => /Ids?$/.test(name) && name !== 'areaId' && isNamed(value))),
    given: Object.fromEntries(fields.map(([name, value]) => [name, SECRET.test(name) ? LEFT_OUT : shortened(value)])),
    outcome,
    address: caller.door.address,
  });
}

export const outcomeOf = (error: unknown): string => (error instanceof MingchaError ? error.code : 'internal');

/** One id, or those of everything that was done at once. */
const isNamed = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'));

function shortened(value: unknown): unknown {
  const text = JSON.stringify(value) ?? '';
  // A letter of two halves that the cut goes through could not be kept, and the line with it.
  return text.length <= MOST_LETTERS ? value : `${text.slice(0, MOST_LETTERS).replace(/\p{Surrogate}$/u, '')}…（共 ${text.length} 字符）`;
}
