import { type ErrorCode, MingchaError } from '../../core/error.ts';
import { databaseCause, takesNoChange } from '../../store/database.ts';
import { databaseTrouble } from '../../store/database-trouble.ts';
import { beginTrail, endTrail, type TrailLine } from '../../store/trail.ts';
import type { App } from '../open.ts';

/** Letters of a field that are kept of what was handed in: a draft is in its own history. */
const MOST_LETTERS = 2_000;
const SECRET = /password|secret|code|token|settings/i;
const LEFT_OUT = '（不留存）';

/** Who asked for which change, of which area, about what, from where. */
export type TrailedChange = Pick<TrailLine, 'areaId' | 'userId' | 'name' | 'role' | 'act' | 'about' | 'address'> & {
  /** Everything that was handed in; secrets are left out here. */
  given: Readonly<Record<string, unknown>>;
};

/**
 * Does a change and keeps in the trail (操作留痕, seeds S06) who did what, and what came of it: every change that was asked for,
 * refused ones too. The line is written first, so a change whose line cannot be kept is not begun, and none of what dies on the way is
 * without its line. One transaction over both would take back what a refusal has to leave behind (a wrong password is counted), and
 * hold rows of the database while a file is read or a mail server is waited for.
 */
export async function inTrail<T>({ db, now }: Pick<App, 'db' | 'now'>, change: TrailedChange, work: () => Promise<T>): Promise<T> {
  const { given, ...rest } = change;
  const line = await beginTrail(db, {
    ...{ ...rest, at: now() },
    given: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, SECRET.test(name) ? LEFT_OUT : shortened(value)])),
  }).catch(notWritten);
  const ended = (outcome: string): Promise<void> =>
    // What was done is done: who did it is told so, and the line goes on saying that it was begun.
    endTrail(db, { line, areaId: change.areaId, at: now(), outcome }).catch((error) =>
      console.error(`trail line ${line}: ${outcome}`, error),
    );
  try {
    const answer = await work();
    await ended('ok');
    return answer;
  } catch (cause) {
    const error = databaseTrouble(cause) ?? cause;
    await ended(outcomeOf(error));
    throw error;
  }
}

/** A database that takes no line takes no change either, and whoever keeps it has to hear why: no right to write, a stand-by, a full disk. */
function notWritten(cause: unknown): never {
  if (!takesNoChange(cause)) throw databaseTrouble(cause) ?? cause;
  throw new MingchaError('unavailable', `数据库不能写入：${databaseCause(cause)}。没有作任何改动。`, '请由管理数据库的人处理后重试。', {
    cause,
  });
}

function outcomeOf(error: unknown): ErrorCode {
  if (error instanceof MingchaError) return error.code;
  return error instanceof Error && error.name === 'AbortError' ? 'interrupted' : 'internal';
}

function shortened(value: unknown): unknown {
  const text = JSON.stringify(value) ?? '';
  // A letter of two halves that the cut goes through could not be kept, and the line with it.
  return text.length <= MOST_LETTERS ? value : `${text.slice(0, MOST_LETTERS).replace(/\p{Surrogate}$/u, '')}…（共 ${text.length} 字符）`;
}
