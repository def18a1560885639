/** What a field for a number takes; both ends belong to it. */
export interface NumberRule {
  min?: number;
  max?: number;
  /** Decimal places that may be written; without it none. */
  places?: number;
}

export interface TypedNumber {
  /** Null: nothing stands there. NaN: what stands there is refused. */
  value: number | null;
  /** Why it is refused, with what would be right. */
  fault: string | null;
}

const NUMBER = /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Reads a number as people type and paste it: full-width digits, a Chinese full stop, blanks and thousands marks are understood; nothing is rounded or cut. */
export function readNumber(typed: string, rule: NumberRule): TypedNumber {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[−－–]/g, '-')
    .replace('。', '.');
  if (text === '') return { value: null, fault: null };
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (!NUMBER.test(plain)) return refused(rule);
  const value = Number(plain);
  const places = plain.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
  if (value < min || value > max || places > (rule.places ?? 0) || !Number.isSafeInteger(Math.trunc(value))) return refused(rule);
  return { value: value === 0 ? 0 : value, fault: null };
}

/** What a field takes, in words: 1 至 250 的整数. */
export function numberWords({ min, max, places = 0 }: NumberRule): string {
  const kind = places === 0 ? '整数' : `数，最多 ${places} 位小数`;
  if (min !== undefined && max !== undefined) return `${min} 至 ${max} 的${kind}`;
  if (min !== undefined) return `不小于 ${min} 的${kind}`;
  if (max !== undefined) return `不大于 ${max} 的${kind}`;
  return kind;
}

const refused = (rule: NumberRule): TypedNumber => ({ value: Number.NaN, fault: `允许的范围：${numberWords(rule)}` });
