/** What one import may hold: far above any county's register, far below what would choke a small machine. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** All parts of a zipped workbook, unpacked; an honest 50,000-row sheet needs about 30 MB. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
export const MAX_ZIP_PARTS = 2_000;
export const MAX_SHEETS = 50;
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;
/** Longest text of one cell that any field can mean; Excel itself stops at 32,767. */
export const MAX_CELL_CHARS = 2_000;
