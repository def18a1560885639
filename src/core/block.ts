/**
 * A document as a reader sees it, whatever file it came from: paragraphs and tables in reading order. Cells that are merged
 * carry their text in every place they cover; every row of a table has the same number of cells.
 */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: readonly (readonly string[])[] };
