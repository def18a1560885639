/**
 * What the server's header or the page's head claims about the charset, header first, lower case.
 * `head` is the first bytes of the page read as Latin-1. Pages included into one another carry several metas: the first counts.
 */
export function declaredCharset(head: string, contentType: string | null): string | null {
  return labelIn(contentType ?? '') ?? labelIn(metaIn(head)) ?? xmlDeclaration(head);
}

function labelIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

function metaIn(head: string): string {
  return /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*[\w.:-]+/i.exec(head)?.[0] ?? '';
}

function xmlDeclaration(head: string): string | null {
  return /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
