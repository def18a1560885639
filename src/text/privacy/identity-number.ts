import { isAreaCode } from './area-codes.ts';

/** Factors of the check digit, GB 11643 (ISO 7064 MOD 11-2). */
const FACTORS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** A block is read without a clock, so that it can be kept: every year of birth from here to there is possible. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2039;

/** Whether 18 characters are a citizen's identity number (公民身份号码): place, date of birth and check digit all fit. */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !isAreaCode(number.slice(0, 6)) || !isBirthday(number.slice(6, 14))) return false;
  const sum = FACTORS.reduce((total, factor, i) => total + factor * Number(number[i]), 0);
  return CHECK_DIGITS[sum % 11] === (number[17] as string).toUpperCase();
}

/** Whether 15 digits can be a number of the first kind. It has no check digit, so the words around it must say what it is. */
export function isOldIdentityNumber(number: string): boolean {
  return /^\d{15}$/.test(number) && isAreaCode(number.slice(0, 6)) && isBirthday(`19${number.slice(6, 12)}`);
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [number, number, number];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
