/** One number of a block: its characters without the blanks or dashes between them, and where it stands. */
export interface FoundNumber {
  /** 0-9, and an X at the end. */
  digits: string;
  start: number;
  end: number;
}

const WIDE = /[\uff10-\uff19\uff38\uff58\uff0d\u3000\u00a0\u2010-\u2015\u2212]/g;

/** Full-width digits, X, dashes and blanks as plain ones; the length stays, so that places fit the block. */
export function narrow(block: string): string {
  return block.replace(WIDE, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff58) return String.fromCharCode(code - 0xfee0);
    return code === 0x3000 || code === 0xa0 ? ' ' : '-';
  });
}

const RUN = /\d+(?:[ -]\d+)*[Xx]?/g;
/** Addresses and file names hold digits that are nobody's number. */
const MACHINE =
  /(?:https?:\/\/|ftp:\/\/|www\.)[\x21-\x7e]+|(?<![\w./-])[\w./-]{1,120}\.(?:s?html?|jsp|aspx?|php|jpe?g|png|gif|docx?|xlsx?|pdf|zip|mp[34])\b/gi;
/** No number is written in more groups: a card by single digits. */
const MOST_GROUPS = 19;
/** Letters and signs by which a number is only the part of a longer one. */
const GLUED_BEFORE = /(?:[A-Za-z_=#&%@*]-?|\d\.)$/;
const GLUED_AFTER = /^(?:[A-Za-z_@*]|[.]\d|-[A-Za-z])/;
/** The national number of a pupil (学籍号) is a letter and the identity number. */
const PUPIL = /(?<![A-Za-z])[GLgl]$/;

/**
 * Numbers of a block that stand for themselves, in order, as they may be written: in one piece, or in groups with blanks or
 * dashes between them. `accepts` says which of the possible ones is a number of its kind; the longest of those wins.
 */
export function findNumbers(narrowed: string, accepts: (digits: string, grouped: boolean) => boolean): FoundNumber[] {
  const found: FoundNumber[] = [];
  const machine = Array.from(narrowed.matchAll(MACHINE), ({ index, 0: text }) => [index, index + text.length] as const);
  for (const { index, 0: text } of narrowed.matchAll(RUN)) {
    if (machine.some(([from, to]) => index >= from && index < to)) continue;
    const before = narrowed.slice(Math.max(0, index - 2), index);
    const after = narrowed.slice(index + text.length, index + text.length + 2);
    const groups = Array.from(text.matchAll(/[\dXx]+/g), (group) => ({ at: group.index, text: group[0] }));
    for (let i = 0; i < groups.length; i++) {
      for (let j = Math.min(groups.length, i + MOST_GROUPS) - 1; j >= i; j--) {
        const [first, last] = [groups[i], groups[j]] as [(typeof groups)[0], (typeof groups)[0]];
        const from = first.at;
        const to = last.at + last.text.length;
        const glued =
          (i === 0 ? GLUED_BEFORE.test(before) && !PUPIL.test(before) : text[from - 1] === '-') ||
          (j === groups.length - 1 ? GLUED_AFTER.test(after) : text[to] === '-');
        const digits = text.slice(from, to).replace(/[ -]/g, '');
        if (glued || digits.length < 10 || (i < j && !asGroups(groups.slice(i, j + 1).map((group) => group.text)))) continue;
        if (!accepts(digits, i < j)) continue;
        found.push({ digits: digits.toUpperCase(), start: index + from, end: index + to });
        i = j;
        break;
      }
    }
  }
  return found;
}

/** How people part long numbers: by digit, a mobile 3-4-4, a card in fours, an identity number at the date. */
function asGroups(groups: readonly string[]): boolean {
  const lengths = groups.map((group) => group.length);
  const shape = lengths.join(' ');
  if (lengths.every((length) => length === 1)) return true;
  if (lengths.slice(0, -1).every((length) => length === 4) && (lengths.at(-1) as number) <= 4) return true;
  return ['3 4 4', '6 8 4', '6 4 4 4', '6 4 2 2 4', '3 3 8 4', '3 3 4 4 4', '6 12', '14 4'].includes(shape);
}
