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
    const there = values.filter((value) => value.field === field);
    const right = expectedOf(field, expected);
    if (right === null) return there.map(({ value }) => ({ field, state: 'unknown', found: value, expected: null, belongsTo: null }));
    if (there.length === 0) return [{ field, state: 'absent', found: null, expected: right, belongsTo: null }];
    const answers = there.map(({ value, belongsTo }) => ({ value, belongsTo, like: likenessOf(field, value, right, belongsTo) }));
    const worst = answers.find(({ like }) => like === 'other') ?? answers.find(({ like }) => like === 'near') ?? answers[0];
    if (worst === undefined) return [];
    return [
      { field, state: STATES[worst.like], found: worst.value, expected: right, belongsTo: worst.like === 'same' ? null : worst.belongsTo },
    ];
  });
}

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
