/** Numbers for tests are made, never copied: nobody's real one stands in a test. */

const FACTORS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number with the right check digit; `body`: its first 17 digits. */
export function identity(body: string): string {
  const sum = FACTORS.reduce((total, factor, i) => total + factor * Number(body[i]), 0);
  return body + '10X98765432'[sum % 11];
}

/** A card number with the right last digit (Luhn); `body`: all digits but the last. */
export function card(body: string): string {
  const fits = (digits: string): boolean =>
    [...digits].reverse().reduce((sum, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) %
      10 ===
    0;
  return [...'0123456789'].map((last) => body + last).find(fits) as string;
}

/** The number with a wrong last digit. */
export const spoilt = (number: string): string => number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');

/** A sequence of fractions of one that is the same in every run. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
