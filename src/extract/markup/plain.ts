/** Blanks of any kind (no-break, ideographic, zero-width, control) become one ordinary blank; ends are kept. */
export function collapse(text: string): string {
  return text.replace(BLANKS, ' ');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: broken pages do carry NUL and other control bytes in their text
const BLANKS = /[\s\u0000-\u001f\u00a0\u3000\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/g;

/** Full-width letters, digits and marks become ASCII; dashes become '-'; length stays the same, so positions fit the source text. */
export function halfWidth(text: string): string {
  return WIDE.test(text) ? text.replace(WIDE_ALL, narrow) : text;
}
const WIDE = /[\uff01-\uff5e\u3000\u2010-\u2015\u2212\u3010\u3011]/;
const WIDE_ALL = /[\uff01-\uff5e\u3000\u2010-\u2015\u2212\u3010\u3011]/g;

function narrow(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return ' ';
  if (code === 0x3010) return '[';
  return code === 0x3011 ? ']' : '-';
}

/** Without any blank: for comparing titles and codes that pages space at will. */
export function squeeze(text: string): string {
  return text.replace(BLANKS, '');
}
