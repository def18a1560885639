import type { GuideField } from '../../../core/guide-field.ts';
import { isNone } from './guide-field.ts';
import { isSamePhone, phonesIn } from './guide-phone.ts';

/** `near`: neither surely the same nor surely another; a person looks. */
export type Likeness = 'same' | 'near' | 'other';

/** Whether a guide's value is the recorded one. Written otherwise is not wrong: area codes, widths, dashes, 省市县 in front, 一楼 for 1楼. */
export function likeness(field: GuideField, found: string, expected: string): Likeness {
  if (isNone(expected)) return isNone(found) ? 'same' : 'other';
  switch (field) {
    case 'phone':
    case 'fax':
    case 'hallPhone':
      return phones(found, expected);
    case 'postcode':
    case 'email':
      return plain(found) === plain(expected) ? 'same' : 'other';
    case 'hours':
      return hours(found, expected);
    case 'receivingOffice':
      return office(found, expected);
    default:
      return address(found, expected);
  }
}

/** Several numbers on either side: one in common is enough, since a record rarely holds every line of an office. */
function phones(found: string, expected: string): Likeness {
  const [there, right] = [phonesIn(found), phonesIn(expected)];
  if (there.length === 0 || right.length === 0) return 'near';
  return there.some((a) => right.some((b) => isSamePhone(a, b))) ? 'same' : 'other';
}

const plain = (text: string): string => text.normalize('NFKC').replace(/#|＠/g, '@').replace(/\s/g, '').toLowerCase();

const CLOCK = /(\d{1,2})\s*[:：时點点]\s*(半|\d{1,2})?/g;

/** Clock times in order, afternoons in 24 hours: 下午2:30 is 14:30. */
function clocks(text: string): string[] {
  const plainText = text.normalize('NFKC');
  return [...plainText.matchAll(CLOCK)].map(({ index, 1: hour, 2: minute }) => {
    const isAfternoon = /下午|晚/.test(plainText.slice(Math.max(0, plainText.lastIndexOf('午', index) - 1), index)) && Number(hour) < 12;
    return `${Number(hour) + (isAfternoon ? 12 : 0)}:${minute === '半' ? 30 : Number(minute ?? 0)}`;
  });
}

/** Summer and winter hours may stand on one side only. */
function hours(found: string, expected: string): Likeness {
  const [there, right] = [new Set(clocks(found)), new Set(clocks(expected))];
  if (there.size === 0 || right.size === 0) return foldWords(found) === foldWords(expected) ? 'same' : 'near';
  return [...there].every((time) => right.has(time)) || [...right].every((time) => there.has(time)) ? 'same' : 'other';
}

const DIGITS = '零一二三四五六七八九';

/** 一楼 → 1楼, 十二号 → 12号; only before a counter, so that 三里路 stays a name. */
const numerals = (text: string): string =>
  text.replace(/([一二三四五六七八九])?(十)?([一二三四五六七八九])?(?=[楼层栋幢号室单])/g, (all, tens, ten, units) => {
    if (all === '') return '';
    const value =
      ten === undefined ? DIGITS.indexOf(units ?? tens) : (tens ? DIGITS.indexOf(tens) : 1) * 10 + (units ? DIGITS.indexOf(units) : 0);
    return String(value);
  });

const foldWords = (text: string): string =>
  numerals(text.normalize('NFKC'))
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .replace(/號/g, '号')
    .replace(/樓|层/g, '楼')
    .replace(/室|房间/g, '')
    .replace(/幢/g, '栋')
    .toLowerCase();

const ABOVE =
  /^(?:中国)?(?:[^省]{2,6}(?:省|自治区))?(?:[^省市州路街道]{2,7}(?:市|自治州|地区))?(?:[^省市县区路街道]{1,7}(?:县|区|市|旗))?/u;

const foldAddress = (text: string): string =>
  foldWords(text.replace(/[（(][^）)]*[）)]/g, '').replace(/邮(?:政编码|编)[:：]?\d{6}.*$/, ''))
    .replace(/(?:县|市|区)?(?:行政服务|政务服务|政务|便民服务)(?:中心|大厅|厅)(?:大厅)?/g, '政务服务中心')
    .replace(ABOVE, '')
    .replace(/(?:县|市|区)(?=人民政府|政府|政务服务中心)/g, '')
    .replace(/人民政府/g, '政府')
    .replace(/(?:办公)?大楼|办公楼/g, '');

/** One may be the more exact; what differs in a number is another place. */
function address(found: string, expected: string): Likeness {
  const [there, right] = [foldAddress(found), foldAddress(expected)];
  if (there === right) return 'same';
  const [short, long] = there.length <= right.length ? [there, right] : [right, there];
  if (short.length >= 4 && long.includes(short) && !/\d$/.test(short)) return 'same';
  if (short.length >= 4 && long.startsWith(short) && !/^\d/.test(long.slice(short.length))) return 'same';
  // A name where a street should stand (本单位办公室) may be that very place.
  if (!/[路街道巷号楼园厦村镇乡]/.test(there)) return 'near';
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join();
  return numbers(there) === numbers(right) && shared(short, long) >= 0.7 ? 'near' : 'other';
}

/** Share of the shorter's letter pairs that the longer has too. */
function shared(short: string, long: string): number {
  const pairs = [...short].slice(1).map((letter, i) => `${short[i]}${letter}`);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => long.includes(pair)).length / pairs.length;
}

const foldOffice = (text: string): string =>
  foldWords(text)
    .replace(/^(?:[^省]{2,6}省)?(?:[^市县区]{2,7}市)?(?=.{2,7}(?:县|区|市))/u, '')
    .replace(/人民政府/g, '政府')
    .replace(/(?:政务公开|政府信息公开|信息公开)?(?:领导小组)?办公室$/, '办');

/** 县民政局办公室, 信丰县民政局办公室 and 本局办公室 are one office; a bare 办公室 is whoever's page it is. */
function office(found: string, expected: string): Likeness {
  const [there, right] = [foldOffice(found), foldOffice(expected)];
  if (there === right || right.endsWith(there) || there.endsWith(right)) return 'same';
  const own = there.replace(/^(?:本|我)[局委办院镇乡街道机关单位]{1,2}/, '');
  if (own !== there && right.endsWith(own)) return 'same';
  if (there.includes(right) || right.includes(there)) return 'same';
  return 'near';
}
