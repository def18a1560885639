/** Opening and closing tags of figures, and what tables say of the rows behind them; words are escaped and hold no `<`. */
const FIGURE = /<data class="figure"[^>]*>|<\/data>/g;
const BEHIND = / data-(?:table|row|from)="[^"]*"/g;

/**
 * A page of `writeHtml` for who reads a notice and may not see what its numbers rest on: the words alone, no ids of figures,
 * rows and problems, and nothing that looks as if it could be opened.
 */
export const readingCopy = (page: string): string => page.replace(FIGURE, '').replace(BEHIND, '');
