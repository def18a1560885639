/** Limits of one reading, members of archives included. */
export interface ReadingLimits {
  /** Of the file itself. */
  bytes: number;
  /** Unpacked, over all members and all archives within. */
  unpackedBytes: number;
  /** Of one part of a workbook, and of all of them: these are held whole. */
  sheetBytes: number;
  /** Of one member that is held whole: a file within an archive. */
  memberBytes: number;
  /** Unpacked bytes per packed byte above which a member of more than `ratioFrom` bytes is a bomb. */
  ratio: number;
  ratioFrom: number;
  members: number;
  /** Archives within archives. */
  depth: number;
  characters: number;
  cells: number;
  pages: number;
}

export const READING_LIMITS: ReadingLimits = {
  bytes: 64 * 1_048_576,
  unpackedBytes: 128 * 1_048_576,
  sheetBytes: 24 * 1_048_576,
  memberBytes: 32 * 1_048_576,
  ratio: 200,
  ratioFrom: 4 * 1_048_576,
  members: 500,
  depth: 3,
  characters: 2_000_000,
  cells: 400_000,
  pages: 2_000,
};
