/**
 * Width and blank folding for matching only. Messages always quote what the user typed.
 * NFKC is not used: it would also turn ㎡ into m2 and ① into 1, which are not the same words here.
 */
export function fold(text: string): string {
  return plainText(text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}

/** The user's own characters without the invisible ones, runs of blanks as one. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[\p{Cc}\u00a0\u3000\s]+/gu, ' ')
    .trim();
}

/** Key under which two spellings of one name meet: no blanks, half-width, one kind of bracket and quote, lower case. */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/ /g, '')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/[“”「」『』"']/g, '')
    .replace(/[·•・‧]/g, '·')
    .toLowerCase();
}

/** A name as the register keeps it: invisible characters and outer blanks gone, half-width brackets made full-width as documents print them. */
export function tidyName(text: string): string {
  const plain = plainText(text);
  const han = '[\\p{Script=Han}（）]';
  return plain
    .replace(new RegExp(`(?<=${han}) (?=${han})`, 'gu'), '')
    .replace(/ ?[(（] ?/g, '（')
    .replace(/ ?[)）]/g, '）');
}

/** 甲、乙；丙 → three names; blanks inside a name stay. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,;；\n\r|]+/)
    .map(tidyName)
    .filter((name) => name !== '');
}
