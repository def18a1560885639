/**
 * A text as PostgreSQL can keep it. It has no place for the character NUL, which broken pages do contain;
 * a reader sees nothing there either, so the usual replacement sign stands for it.
 */
export function storableText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
