/** Cards of China UnionPay begin with 62; older ones of the banks, and international ones, with these. */
const UNION_PAY = /^62/;
const OTHER_ISSUERS = /^(?:60[13]|95[56]|9[0-8]|6[89]|4\d|5[1-5]|35)/;

/** How surely a number is a bank card (银行卡号): its check digit (Luhn), its length and whose cards begin so. */
export function bankCardCertainty(number: string): 'union-pay' | 'other-issuer' | null {
  if (!/^\d{16,19}$/.test(number) || !passesLuhn(number) || /^(\d)\1+$/.test(number)) return null;
  if (UNION_PAY.test(number)) return 'union-pay';
  return OTHER_ISSUERS.test(number) ? 'other-issuer' : null;
}

function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
