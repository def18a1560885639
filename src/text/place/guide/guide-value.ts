import type { GuideField } from '../../../core/guide-field.ts';
import { isNone } from './guide-field.ts';
import type { Holder } from './guide-holder.ts';
import type { LabelField } from './guide-labels.ts';
import { phonesIn } from './guide-phone.ts';

/** The fields a label speaks of, by whose they are; none where no record compares them. */
export function fieldOf(label: LabelField, holder: Holder): GuideField[] {
  if (holder === 'other') return [];
  if (holder === 'hall') {
    if (label === 'address') return ['hallAddress'];
    return label === 'phone' || label === 'phoneAndFax' ? ['hallPhone'] : [];
  }
  return label === 'phoneAndFax' ? ['phone', 'fax'] : [label];
}

interface Cut {
  text: string;
  at: number;
  length: number;
}

const ENDS = /[。；;\n]/;
const OFFICE =
  /(?:办|局|委|室|科|股|处|部|中心|所|院|会|府|镇|乡|街道|站|队|馆|社|厅|公司|窗口|机关|单位)(?:[（(][^）)]*[）)]?)?(?:负责)?$/;
const EMAIL = /[A-Za-z0-9_.+-]+\s*[@＠#]\s*[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;

/** The value at the head of what follows a label, without what belongs to something else; null where there is none. */
export function valueAt(field: GuideField, given: string): Cut | null {
  if (field === 'phone' || field === 'fax' || field === 'hallPhone') return phonePart(given);
  if (field === 'postcode') return part(given, /(?<!\d)[\d０-９]{6}(?![\d０-９])/);
  if (field === 'email') return part(given, EMAIL);
  const stop = given.search(ENDS);
  const clause = stop < 0 ? given : given.slice(0, stop);
  const cut = field === 'receivingOffice' ? clause.replace(/[，,].*$/s, '') : withoutNextHolder(clause);
  const at = cut.length - cut.trimStart().length;
  const text = cut.trim().replace(/[，,、（(：:\s]+$/, '');
  if (text.length < 2 || text.length > 90 || isNone(text) || /^(?:本指南|同上|见)/.test(text)) return null;
  if (field === 'receivingOffice' && !OFFICE.test(text)) return null;
  if (field === 'hours' && !/\d|[一二三四五六七八九十]/.test(text)) return null;
  if ((field === 'address' || field === 'hallAddress' || field === 'mailAddress') && text.length < 4) return null;
  return { text, at, length: text.length };
}

/** Words at the end that lead over to the next label: …一楼，监督投诉 [电话：…]. */
const withoutNextHolder = (clause: string): string =>
  clause.replace(/[，,、\s][^，,、\s\d]{0,14}$/, (tail) => (/[路街道号楼室层]/.test(tail) ? tail : ''));

function part(given: string, pattern: RegExp): Cut | null {
  const match = pattern.exec(given);
  return match && { text: match[0], at: match.index, length: match[0].length };
}

/** From the first number to the last of those written beside each other. */
function phonePart(given: string): Cut | null {
  const stop = given.search(ENDS);
  const clause = stop < 0 ? given : given.slice(0, stop);
  const numbers = phonesIn(clause);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || first.start > 24) return null;
  const text = clause.slice(first.start, last.end);
  return { text, at: first.start, length: text.length };
}
