import type { z } from 'zod';

type Raw = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

const MOST_CHOICES = 12;
/** What is longer is no slip of the hand that somebody has to see again. */
const MOST_SHOWN = 30;

const TYPES: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  boolean: '应为是或否（true 或 false）',
  array: '应为列表',
  object: '应为一组填写项',
  record: '应为一组填写项',
};

/** For parsing what somebody handed in: words of a schema's own stand before these. */
export const IN_CHINESE = { error: shapeWords, reportInput: true } as const;

/** What is wrong at one place and what would be right, with what stands there now; without the field's name and without a full stop. */
export function issueWords(issue: Issue): string {
  const tooLong = issue.code === 'too_big' && issue.origin === 'string';
  return `${tooLong ? lettersAtMost(issue.maximum) : issue.message}${now(issue)}`;
}

/** Of a union, the faults of the kind that comes nearest; else the issue itself. Paths are whole. */
export function nearestIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const within = issue.errors.map((errors) =>
    errors.flatMap((one) => nearestIssues({ ...one, path: [...issue.path, ...one.path] } as Issue)),
  );
  // A list or a field of one kind that is wholly absent is farther off than one that holds a wrong value.
  return within.toSorted((a, b) => distance(a) - distance(b))[0] ?? [issue];
}

const distance = (issues: readonly Issue[]): number =>
  issues.length + issues.filter(({ code }) => code === 'unrecognized_keys' || code === 'invalid_type').length;

const lettersAtMost = (most: number | bigint): string => `不能超过 ${most} 字`;

function shapeWords(issue: Raw): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '没有填写' : (TYPES[issue.expected] ?? '填写的不对');
    case 'too_big':
      return most(issue.origin, issue.maximum, issue.inclusive !== false);
    case 'too_small':
      return least(issue.origin, issue.minimum, issue.inclusive !== false);
    case 'invalid_value':
      return choices(issue.values);
    case 'unrecognized_keys':
      return `没有“${issue.keys.join('、')}”这一项`;
    case 'invalid_union':
      return '没有这个选项';
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0]?.message ?? '填写的不对';
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`;
    default:
      return '填写的不对';
  }
}

function most(origin: string, limit: number | bigint, inclusive: boolean): string {
  if (origin === 'string') return lettersAtMost(limit);
  if (origin === 'array' || origin === 'set') return `最多 ${limit} 项`;
  return inclusive ? `不能大于 ${limit}` : `应小于 ${limit}`;
}

function least(origin: string, limit: number | bigint, inclusive: boolean): string {
  if (origin === 'string') return limit === 1 ? '没有填写' : `至少 ${limit} 字`;
  if (origin === 'array' || origin === 'set') return `至少要有 ${limit} 项`;
  return inclusive ? `不能小于 ${limit}` : `应大于 ${limit}`;
}

const choices = (values: readonly unknown[]): string =>
  values.length === 1
    ? `应为 ${values[0]}`
    : `没有这个选项，可选：${values.slice(0, MOST_CHOICES).join('、')}${values.length > MOST_CHOICES ? '等' : ''}`;

/** What stands there now, where seeing it helps. */
function now({ code, input }: Issue): string {
  if (code === 'too_big' && typeof input === 'string') return `（现在 ${input.length} 字）`;
  if (code === 'too_big' && Array.isArray(input)) return `（现在 ${input.length} 项）`;
  const seen = typeof input === 'number' || (typeof input === 'string' && code !== 'too_small') ? String(input) : '';
  return seen !== '' && seen.length <= MOST_SHOWN ? `（现在是“${seen}”）` : '';
}
