/**
 * Terms the office has accepted (认可用语), as something that tells whether a stretch of a text lies within one of them.
 * A term shorter than two letters would silence too much and is refused at entry.
 */
export function compileAccepted(terms: readonly string[]): (text: string, start: number, end: number) => boolean {
  const longest = Math.max(0, ...terms.map((term) => term.length));
  return (text, start, end) => {
    if (terms.length === 0) return false;
    const from = Math.max(0, start - longest);
    const around = text.slice(from, Math.max(end, start + 1) + longest);
    return terms.some((term) => {
      for (let at = around.indexOf(term); at >= 0; at = around.indexOf(term, at + 1))
        if (from + at <= start && from + at + term.length >= end) return true;
      return false;
    });
  };
}
