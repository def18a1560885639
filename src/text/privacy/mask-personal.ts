import { isIdentityNumber } from './identity-number.ts';
import { isMobileNumber } from './mobile-number.ts';
import { findNumbers, narrow } from './number-runs.ts';

/** Digits left at either end: 110***********1234, 138****1234. Of a number shorter than a mobile one only a quarter at either end. */
const KEPT_BEFORE = 3;
const KEPT_AFTER = 4;
const WHOLE_NUMBER = 11;

/** A number with its middle covered, every covered letter by a star of its own: blanks and dashes stay, so does the length. */
export function maskNumber(number: string): string {
  const letters = number.replace(/[^\p{L}\p{N}]/gu, '').length;
  const before = letters >= WHOLE_NUMBER ? KEPT_BEFORE : Math.floor(letters / 4);
  const after = letters >= WHOLE_NUMBER ? KEPT_AFTER : Math.floor(letters / 4);
  let seen = 0;
  return number.replace(/[\p{L}\p{N}]/gu, (letter) => {
    seen += 1;
    return seen <= before || seen > letters - after ? letter : '*';
  });
}

/** A home address with its house and door covered: 某镇某村***. */
export const maskAddress = (address: string): string => address.replace(/[0-9０-９一二三四五六七八九十]/g, '*');

/**
 * Covers what tells a person in any text, for screens, evidence and notices: identity numbers, mobile numbers, and every other
 * number as long as a bank account. Offsets stay exact: the answer is as long as the text.
 */
export function maskPersonal(text: string): string {
  const numbers = findNumbers(narrow(text), (digits) => isIdentityNumber(digits) || isMobileNumber(digits) || digits.length >= 15);
  let masked = '';
  let at = 0;
  for (const { start, end } of numbers) {
    masked += text.slice(at, start) + maskNumber(text.slice(start, end));
    at = end;
  }
  return masked + text.slice(at);
}
