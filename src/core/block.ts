/**
 * Why the rows and columns of a table are not sure: it was put together again from lines, or from where words stand on a page,
 * or its rows have unequal numbers of cells and the file does not say which are merged.
 */
export type TableDoubt = 'flattened' | 'by-position' | 'uneven-rows';

/**
 * A document as a reader sees it, whatever file it came from: paragraphs and tables in reading order. Cells that are merged
 * carry their text in every place they cover, lines within a cell are divided by `\n`; every row of a table has the same
 * number of cells.
 */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: readonly (readonly string[])[]; doubt?: TableDoubt };
