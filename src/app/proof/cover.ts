/** An identity number, a card number, a mobile: what may be shown of it is its head and its tail. */
const NUMBERS: readonly { pattern: RegExp; head: number; tail: number }[] = [
  { pattern: /(?<![\dA-Za-z])\d(?:[\s-]?\d){16}[\s-]?[\dXx](?![\dA-Za-z])/g, head: 3, tail: 4 },
  { pattern: /(?<![\dA-Za-z])\d(?:[\s-]?\d){14,18}(?![\dA-Za-z])/g, head: 4, tail: 4 },
  { pattern: /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g, head: 3, tail: 4 },
];
const WIDE = /[０-９Ｘｘ]/g;

/**
 * Covers the numbers that tell a person, each digit with a star of its own, so that offsets stay. Anything that is as long as
 * such a number is covered, right or wrong: what is shown, printed or kept must never be the number itself.
 */
export function coverNumbers(text: string): string {
  const narrow = text.replace(WIDE, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
  let covered = narrow;
  for (const { pattern, head, tail } of NUMBERS) covered = covered.replace(pattern, (number) => cover(number, head, tail));
  if (covered === narrow) return text;
  // Only what was covered is changed.
  return Array.from({ length: text.length }, (_, i) => (covered[i] === narrow[i] ? text[i] : covered[i])).join('');
}

function cover(number: string, head: number, tail: number): string {
  const digits = number.match(/[\dXx]/g)?.length ?? 0;
  let seen = 0;
  return number.replace(/[\dXx]/g, (digit) => {
    seen += 1;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}
