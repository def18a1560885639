import type { CalendarDate } from '../../core/date.ts';
import type { Limit } from '../../core/limit.ts';
import type { Account } from '../../subjects/channel.ts';
import type { CheckResult, FactsByKind, Finding } from '../define.ts';
import { readAccount, silenceOf } from './account-reading.ts';
import { accountPlace } from './account-words.ts';
import { fail, finding, pass } from './result.ts';
import { shortDate } from './words.ts';

interface Input {
  subject: { account: Account };
  facts: FactsByKind;
}

/** What silence beyond the limit is filed under, and how it is said; a warning leaves the verdict at pass. */
interface Silence {
  level: Exclude<Finding['level'], 'note'>;
  category: Finding['category'];
  words(silent: { seen: string; newest: string; days: number }): string;
}

/** Holds an account's newest post against a limit: the one judgement behind every check of silence. */
export function judgeSilence(
  input: Input,
  at: CalendarDate,
  options: { limit: Limit; freshWithinDays: number },
  silence: Silence,
): CheckResult {
  const reading = readAccount(input.facts);
  const answer = silenceOf(reading, options.limit, at, options.freshWithinDays);
  const measured = { limit: options.limit, lastUpdate: answer.newest, freshOn: reading?.freshOn ?? null };
  if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured };
  const numbers = { ...measured, days: answer.days };
  if (answer.state === 'in-time') return pass(numbers);
  const text = silence.words({ seen: shortDate(at, at), newest: shortDate(answer.newest, at), days: answer.days });
  const found = [finding(silence.level, silence.category, accountPlace(input.subject.account), text, reading?.evidence ?? [], numbers)];
  return silence.level === 'problem' ? fail(found, numbers) : pass(numbers, found);
}
