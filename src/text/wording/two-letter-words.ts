import table from '../data/two-letter-words.json' with { type: 'json' };

const ROWS: Readonly<Record<string, string | undefined>> = table;

/** Whether two letters are an ordinary word of the language (供水, 排水): such a pair may well be meant. */
export function isWord(one: string | undefined, two: string | undefined): boolean {
  return one !== undefined && two !== undefined && ROWS[one]?.includes(two) === true;
}
