import { GUIDE_FIELDS, type GuideField } from '../../../core/guide-field.ts';
import type { Finding } from '../../finding.ts';
import { type ExpectedValue, judgeValue } from './compare-guide.ts';
import { readGuideFields } from './read-guide.ts';

/**
 * Findings in the text of a guide: values that are not the recorded ones, and a fax offered without a number, which needs no
 * record. `expected`: what the directory holds of the unit and of the hall; `belongsTo`: another unit the directory has a value for.
 */
export function guideFindings(
  text: string,
  expected: readonly ExpectedValue[],
  belongsTo: (field: GuideField, value: string) => string | null = () => null,
): Finding[] {
  const { values, faxWithoutNumber } = readGuideFields(text);
  const found = values.flatMap(({ field, value, start, end }): Finding[] => {
    const { state, expected: right, belongsTo: whose } = judgeValue({ field, value, belongsTo: belongsTo(field, value) }, expected);
    if (right === null || (state !== 'wrong' && state !== 'unsure')) return [];
    const isSure = state === 'wrong';
    const kind = field === 'receivingOffice' && whose !== null ? 'foreign-unit' : 'guide-field';
    const why = `${GUIDE_FIELDS[field]}登记为“${right}”${whose === null ? '' : `，这里写的是${whose}的`}${isSure ? '' : '，请看是不是同一处'}。`;
    return [{ ...at(start, end, value), suggestion: right, kind, score: isSure ? 0.95 : 0.5, files: isSure, why }];
  });
  if (faxWithoutNumber === null) return found;
  const { start, end, text: words } = faxWithoutNumber;
  const fax = expected.find(({ field }) => field === 'fax')?.value ?? null;
  const why = '写明可以用传真，全文却没有传真号码。';
  return [...found, { ...at(start, end, words), suggestion: fax, kind: 'guide-field-empty', score: 0.9, files: true, why }];
}

const at = (start: number, end: number, found: string) => ({ start, end, found, layer: 'L3' as const, severity: 2 as const });
