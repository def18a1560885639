/** Whether one of these texts holds the words; without words every row is wanted. */
export const holds = (words: string | undefined, ...texts: readonly (string | null | undefined)[]): boolean =>
  !words || texts.some((text) => text?.includes(words));
