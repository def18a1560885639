/**
 * A piece of running text. `text` is wording and may be edited freely; `figure` prints a bound figure with its unit;
 * `quoted` is taken from the snapshot letter by letter (names, problem lines), so its digits are data, not claims.
 */
export type Run = { readonly text: string } | { readonly figure: string } | { readonly quoted: string };
