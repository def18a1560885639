/** What stands in one round of a loop: words, or whether a condition holds. */
export type FieldRow = Readonly<Record<string, string | boolean>>;

/**
 * A name an office may write between braces in its own .docx. `text` prints as it is: {标题}; `condition` shows or hides what
 * lies between {#有附件2} and {/有附件2}; `list` repeats it for every row: {#正文} … {/正文}, with names of its own inside.
 */
export type TemplateField = { name: string; meaning: string } & (
  | { kind: 'text'; value: string }
  | { kind: 'condition'; holds: boolean }
  | { kind: 'list'; rows: readonly FieldRow[]; inner: readonly InnerField[] }
);

/** A name inside a list. */
export interface InnerField {
  name: string;
  meaning: string;
  kind: 'text' | 'condition';
}

export const text = (name: string, meaning: string, value: string): TemplateField => ({ kind: 'text', name, meaning, value });

export const condition = (name: string, meaning: string, holds: boolean): TemplateField => ({ kind: 'condition', name, meaning, holds });

/** Names as they can stand between braces: without blanks and without the signs that steer a template. */
export const fieldName = (words: string): string => words.normalize('NFKC').replace(/[\s{}#/^@=<>"'\\]/gu, '');
