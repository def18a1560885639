/** One column of an import sheet: what the template prints and what the importer accepts, in one place. */
export interface FieldSpec {
  title: string;
  synonyms?: readonly string[];
  /** Titles that differ from month to month: 4月发布条数. */
  pattern?: RegExp;
  required?: boolean;
  /** A count of things: rows of totals add it up. */
  sums?: true;
  /** How to fill it in, for the explanation sheet. */
  hint: string;
  /** Closed list behind the drop-down. */
  values?: readonly string[];
  /** What two example rows hold. */
  examples: readonly [string, string];
  width?: number;
}
