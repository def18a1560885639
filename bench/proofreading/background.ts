const PIECE = 12;

/** Those of the sentences that stand in none of the texts. Sentences shorter than a piece are compared whole. */
export function notIn(texts: readonly string[], sentences: readonly string[]): Set<string> {
  const byHead = new Map<string, string[]>();
  for (const sentence of sentences) {
    const head = sentence.slice(0, PIECE);
    byHead.set(head, [...(byHead.get(head) ?? []), sentence]);
  }
  const left = new Set(sentences);
  for (const text of texts) {
    for (const sentence of sentences) if (sentence.length < PIECE && text.includes(sentence)) left.delete(sentence);
    for (let at = 0; at + PIECE <= text.length; at += 1)
      for (const sentence of byHead.get(text.slice(at, at + PIECE)) ?? []) if (text.startsWith(sentence, at)) left.delete(sentence);
  }
  return left;
}
