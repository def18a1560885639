/** A stretch of the draft, `end` exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A paragraph, or the rows of a table one after another. */
export type DraftPart = ({ kind: 'paragraph' } & Stretch) | { kind: 'table'; start: number; rows: readonly (readonly Stretch[])[] };

/** The draft as paragraphs and tables: tabs divide cells, rows that follow each other are one table. Empty lines are left out. */
export function draftParts(text: string): DraftPart[] {
  const parts: DraftPart[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    if (!line.trim().includes('\t')) {
      parts.push({ kind: 'paragraph', start: index, end: index + line.length });
      continue;
    }
    const row = cellsOf(line, index);
    const before = parts.at(-1);
    if (before?.kind === 'table') parts[parts.length - 1] = { ...before, rows: [...before.rows, row] };
    else parts.push({ kind: 'table', start: index, rows: [row] });
  }
  return parts;
}

function cellsOf(line: string, start: number): Stretch[] {
  let at = start;
  return line.split('\t').map((cell) => {
    const stretch = { start: at, end: at + cell.length };
    at += cell.length + 1;
    return stretch;
  });
}
