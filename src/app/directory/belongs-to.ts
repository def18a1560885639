import type { GuideField } from '../../core/guide-field.ts';
import { likeness } from '../../text/place/guide/compare-values.ts';
import type { Directory } from './directory.ts';

/** Fields of other records a value may have been copied from: the county office's telephone as that of the hall. */
const COPIED_FROM: Readonly<Partial<Record<GuideField, readonly GuideField[]>>> = {
  address: ['address', 'mailAddress'],
  mailAddress: ['address', 'mailAddress'],
  hallAddress: ['address', 'mailAddress'],
  phone: ['phone'],
  hallPhone: ['phone'],
  fax: ['fax', 'phone'],
  email: ['email'],
  receivingOffice: ['receivingOffice'],
};

/** Another unit whose record holds this value, or that a receiving office names; null when the directory knows none. */
export function belongsTo(directory: Directory, unitId: string, field: GuideField, value: string): string | null {
  const named = field === 'receivingOffice' ? unitNamedIn(directory, value) : null;
  if (named !== null) return named === unitId ? null : nameOf(directory, named);
  for (const [other, { data }] of Object.entries(directory.contacts)) {
    if (other === unitId) continue;
    const isTheirs = (COPIED_FROM[field] ?? []).some((from) => {
      const theirs = data.fields[from];
      return theirs !== undefined && theirs !== '无' && likeness(field, value, theirs) === 'same';
    });
    if (isTheirs) return nameOf(directory, other);
  }
  return null;
}

const nameOf = ({ units }: Directory, unitId: string): string => units.find(({ id }) => id === unitId)?.name ?? '其他单位';

/** 县教育体育局 is meant by 信丰县教育体育局办公室: the name without the level in front, the longest first. */
const core = (name: string): string => name.replace(/^.{0,6}?[县市区旗](?=.{3,})/u, '');

/** The unit of the directory that a text names, by the longest of its names; null when it names none. */
export function unitNamedIn({ units }: Pick<Directory, 'units'>, value: string): string | null {
  let best: { id: string; length: number } | null = null;
  for (const { id, name, aliases, namePlates } of units) {
    for (const word of [name, ...aliases, ...namePlates].flatMap((one) => [one, core(one)])) {
      if (word.length >= 3 && value.includes(word) && word.length > (best?.length ?? 0)) best = { id, length: word.length };
    }
  }
  return best?.id ?? null;
}
