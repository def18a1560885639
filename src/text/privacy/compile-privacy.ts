import type { BlockReader, Finding } from '../finding.ts';
import { bankCardCertainty } from './bank-card.ts';
import { isPublicAccount, nameBefore, type Role, roleAt } from './context.ts';
import { personalFinding } from './finding-of.ts';
import { isIdentityNumber, isOldIdentityNumber } from './identity-number.ts';
import { isMobileNumber } from './mobile-number.ts';
import { type FoundNumber, findNumbers, narrow } from './number-runs.ts';
import { personalAddresses } from './personal-address.ts';

/** As many numbers with names in one paragraph are a list of people, whatever it is called. */
const LIST_OF_PEOPLE = 3;

/**
 * Reader of layer L5 (seeds Q08): identity numbers with check digit, bank cards, mobile numbers and home addresses of people in
 * one paragraph or cell. Numbers a unit publishes so that it can be reached or paid are no findings, nor are numbers with their
 * middle covered, nor parts of longer ones.
 */
export function compilePrivacy(): BlockReader {
  return (block) => {
    if (!WORTH_READING.test(block)) return [];
    const text = narrow(block);
    const numbers = findNumbers(text, isOfAnyKind);
    const identified = numbers.some(({ digits }) => isIdentityNumber(digits));
    const mobiles = numbers.filter(({ digits }) => isMobileNumber(digits));
    const named = mobiles.filter(({ start }) => nameBefore(text, start)).length >= LIST_OF_PEOPLE;
    const findings = numbers.flatMap((number) => readNumber(block, text, number, { identified, named }) ?? []);
    return [...findings, ...personalAddresses(block)].sort((a, b) => a.start - b.start);
  };
}

/** Ten digits in reach of one another, or a word for a home: all other blocks are left at once. */
const WORTH_READING = /(?:[\d０-９][ \u00a0\u3000-]?){11}|住址|住地|住所/;

/** A disabled person's certificate (残疾人证) is the identity number and two digits. */
const CERTIFICATE_LETTERS = 20;

function isOfAnyKind(digits: string, grouped: boolean): boolean {
  if (isIdentityNumber(digits) || isMobileNumber(digits) || bankCardCertainty(digits) !== null) return true;
  if (grouped) return false;
  return isOldIdentityNumber(digits) || (digits.length === CERTIFICATE_LETTERS && isIdentityNumber(digits.slice(0, 18)));
}

interface Around {
  /** An identity number stands in the block. */
  identified: boolean;
  /** The block is a list of people with their numbers. */
  named: boolean;
}

function readNumber(block: string, text: string, number: FoundNumber, around: Around): Finding | null {
  const { digits } = number;
  const role = roleAt(text, number.start);
  if (isIdentityNumber(digits)) return identityFinding(block, number, role);
  if (isOldIdentityNumber(digits) && role === 'identity')
    return personalFinding(block, number, 'identity-number', { severity: 2, score: 0.9, files: false, note: '15位旧号码' });
  if (digits.length === CERTIFICATE_LETTERS && role === 'identity')
    return personalFinding(block, number, 'identity-number', { severity: 2, score: 0.95, files: true, note: '残疾人证号中含有身份证号' });
  if (isMobileNumber(digits)) return mobileFinding(block, text, number, role, around);
  return cardFinding(block, text, number, role);
}

function identityFinding(block: string, number: FoundNumber, role: Role): Finding | null {
  if (role === 'code' && /信用代码|机构代码/.test(block.slice(Math.max(0, number.start - 16), number.start))) return null;
  const code = role === 'code';
  return personalFinding(block, number, 'identity-number', {
    severity: 2,
    score: code ? 0.7 : 0.98,
    files: !code,
    ...(code ? { note: '写作编号，请核对' } : {}),
  });
}

function cardFinding(block: string, text: string, number: FoundNumber, role: Role): Finding | null {
  const certainty = bankCardCertainty(number.digits);
  if (certainty === null || role === 'code' || isPublicAccount(text)) return null;
  if (role === 'account') {
    const files = certainty === 'union-pay';
    return personalFinding(block, number, 'bank-card', { severity: 2, score: files ? 0.97 : 0.8, files });
  }
  // Without a word for it one number in ten would pass the check digit: only the longest cards of UnionPay are worth a look.
  if (certainty !== 'union-pay' || number.digits.length !== 19) return null;
  return personalFinding(block, number, 'bank-card', { severity: 2, score: 0.6, files: false, note: '前文没有说明，请核对' });
}

function mobileFinding(block: string, text: string, number: FoundNumber, role: Role, { identified, named }: Around): Finding | null {
  if (role === 'official' || role === 'code') return null;
  if (role === 'person' || identified)
    return personalFinding(block, number, 'mobile-number', { severity: 2, score: 0.9, files: false, note: '与个人有关' });
  if (named) return personalFinding(block, number, 'mobile-number', { severity: 3, score: 0.7, files: false, note: '多人姓名和号码' });
  // A person named for enquiries is how an office is reached.
  if (role === 'contact') return null;
  if (nameBefore(text, number.start))
    return personalFinding(block, number, 'mobile-number', { severity: 3, score: 0.6, files: false, note: '姓名旁的号码' });
  return personalFinding(block, number, 'mobile-number', { severity: 4, score: 0.3, files: false, note: '前文没有说明用途' });
}
