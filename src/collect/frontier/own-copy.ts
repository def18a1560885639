/** A piece cut out of a page keeps the whole page in memory; a copy does not. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
