/**
 * Where the list of a page stands, in a small subset of CSS: `tag`, `.class`, `#id`, `[name]`, `[name=value]`,
 * `:nth-child(n)`, joined in one step, steps joined by a blank (anywhere inside) or `>` (directly inside).
 */
export interface ListSelectors {
  /** The box around the list; the first match of the page. */
  container: string;
  /** Its entries, sought inside the container; a leading `>` means its own children. */
  row: string;
  /** Title, link and date inside an entry, the first match each; null = as the general reader finds them. */
  title: string | null;
  link: string | null;
  date: string | null;
}
