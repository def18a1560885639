import { GUIDE_FIELD_CODES, type GuideField } from '../../../core/guide-field.ts';
import { type Likeness, likeness } from './compare-values.ts';

/** What a directory record says of a field: the unit's own, or the hall's that all units share. */
export interface ExpectedValue {
  field: GuideField;
  value: string;
}

/** A value of the guide and whose it really is, where the directory knows. */
export interface KnownValue {
  field: GuideField;
  value: string;
  /** Another unit whose record holds this value, or that the value names; null = nobody known. */
  belongsTo: string | null;
}

/** How one field of a guide stands against the record. */
export interface GuideAnswer {
  field: GuideField;
  /** `absent`: the record has it, the guide does not say. `unknown`: no record, so nobody can tell. */
  state: 'right' | 'wrong' | 'unsure' | 'absent' | 'unknown';
  found: string | null;
  expected: string | null;
  belongsTo: string | null;
}

/**
 * Compares a guide with the records (seeds D12, D13, Q16). A field written in several places is right only when every place is.
 * Without a record nothing is ever wrong.
 */
export function compareGuide(values: readonly KnownValue[], expected: readonly ExpectedValue[]): GuideAnswer[] {
  return GUIDE_FIELD_CODES.flatMap((field): GuideAnswer[] => {
    const answers = values.filter((value) => value.field === field).map((value) => judgeValue(value, expected));
    const worst = WORST_FIRST.flatMap((state) => answers.find((answer) => answer.state === state) ?? []);
    const right = expectedOf(field, expected);
    if (worst[0] !== undefined) return [worst[0]];
    return right === null ? [] : [{ field, state: 'absent', found: null, expected: right, belongsTo: null }];
  });
}

/** How one value stands against the records. */
export function judgeValue({ field, value, belongsTo }: KnownValue, expected: readonly ExpectedValue[]): GuideAnswer {
  const right = expectedOf(field, expected);
  if (right === null) return { field, state: 'unknown', found: value, expected: null, belongsTo: null };
  const like = likenessOf(field, value, right, belongsTo);
  return { field, state: STATES[like], found: value, expected: right, belongsTo: like === 'same' ? null : belongsTo };
}

const WORST_FIRST = ['wrong', 'unsure', 'right', 'unknown'] as const;
const STATES: Record<Likeness, GuideAnswer['state']> = { same: 'right', near: 'unsure', other: 'wrong' };

/** A mailing address nobody recorded apart is the office's own. */
const expectedOf = (field: GuideField, expected: readonly ExpectedValue[]): string | null =>
  expected.find((one) => one.field === field)?.value ??
  (field === 'mailAddress' ? (expected.find((one) => one.field === 'address')?.value ?? null) : null);

/** What is known to be another unit's is not merely unlike. */
function likenessOf(field: GuideField, found: string, expected: string, belongsTo: string | null): Likeness {
  const like = likeness(field, found, expected);
  return like === 'near' && belongsTo !== null ? 'other' : like;
}
