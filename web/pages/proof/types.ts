/** A draft as it was handed in; `pasted`: its words, where they were typed or pasted. */
export interface Draft {
  file: File;
  pasted: string | null;
}
