import type { Letter } from './adapter.ts';

/**
 * Text of others as a robot may print it: what would be a link, a mention of everybody, a heading or a tag in the
 * platform's markup stands as plain letters. A crawled title must not speak to a whole group in the office's name.
 */
export function plainWords(text: string): string {
  return text
    .replace(/[<>[\]`*]/g, (mark) => FULL_WIDTH[mark] as string)
    .replace(/:\/\//g, '：//')
    .replace(/^([ \t]*)([#>\-+=_~]|\d+\.)/gm, '$1\u200b$2')
    .replace(/@/g, '＠');
}
const FULL_WIDTH: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '[': '［', ']': '］', '`': '｀', '*': '＊' };

/** A letter in the markup that 企业微信 and 钉钉 share, cut to a number of bytes of UTF-8. */
export function markdownOf({ title, addressee, text, link }: Letter, bytes: number): string {
  const head = `**${plainWords(title)}**\n致：${plainWords(addressee)}\n\n`;
  // An address we make ourselves; one with a bracket would end the link early.
  const foot = link === null ? '' : `\n\n[在明察中查看](${link.replaceAll(')', '%29')})`;
  return head + cut(plainWords(text), bytes - size(head) - size(foot)) + foot;
}

const MORE = '\n……（全文请在明察中查看）';
const size = (text: string): number => Buffer.byteLength(text);

/** The beginning of a text that fits, whole letters only, with a word that there is more. */
export function cut(text: string, bytes: number): string {
  if (size(text) <= bytes) return text;
  let room = bytes - size(MORE);
  let end = 0;
  for (const letter of text) {
    room -= size(letter);
    if (room < 0) break;
    end += letter.length;
  }
  return text.slice(0, end) + MORE;
}
