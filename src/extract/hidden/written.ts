/** Scripts longer than this are libraries; what an intruder writes is short. */
const LONGEST_SCRIPT = 20_000;
const WRITE =
  /document\s*\.\s*write(?:ln)?\s*\(\s*(?:unescape|decodeURIComponent|decodeURI)?\s*\(?\s*(?:"((?:[^"\\\n]|\\[\s\S]){1,8000})"|'((?:[^'\\\n]|\\[\s\S]){1,8000})'|String\s*\.\s*fromCharCode\s*\(([\d\s,]{1,8000})\))/gi;

/**
 * The page with what its own scripts write put where they stand, so that a box opened in one script and closed in another
 * holds what is between them. Nothing is executed: only finished text is taken, plain, escaped or as letter codes.
 */
export function unfoldWritten(html: string): string {
  if (!/document\s*\.\s*write/i.test(html)) return html;
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let at = 0;
  for (let open = lower.indexOf('<script'); open >= 0; open = lower.indexOf('<script', at)) {
    const from = lower.indexOf('>', open) + 1;
    const to = from === 0 ? -1 : lower.indexOf('</script', from);
    const end = to < 0 ? -1 : lower.indexOf('>', to) + 1;
    if (end <= 0) break;
    const written = /\bsrc\s*=/.test(lower.slice(open, from)) ? null : writtenBy(html.slice(from, to));
    parts.push(html.slice(at, written === null ? end : open), written ?? '');
    at = end;
  }
  return parts.join('') + html.slice(at);
}

/** What one script writes; null for nothing, or for half a tag put together from pieces, which cannot be told without running it. */
function writtenBy(script: string): string | null {
  if (script.length > LONGEST_SCRIPT) return null;
  const parts = Array.from(script.matchAll(WRITE), ([, double, single, codes]) =>
    codes === undefined ? literal(double ?? single ?? '') : letters(codes),
  );
  return parts.length === 0 || /<script/i.test(parts.join('')) ? null : parts.join('');
}

function literal(text: string): string {
  const plain = text
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\([\s\S])/g, '$1');
  if (!/%(?:3c|u003c)/i.test(plain)) return plain;
  return plain.replace(/%u([0-9a-f]{4})|%([0-7][0-9a-f])/gi, (_, four?: string, two?: string) =>
    String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
  );
}

const letters = (codes: string): string =>
  codes
    .split(',')
    .map((code) => String.fromCharCode(Number(code) & 0xffff))
    .join('');

const HIDES = [
  /getElementById\(\s*["']([\w-]+)["']\s*\)\s*\.style\s*\.\s*(?:display\s*=\s*["']none|visibility\s*=\s*["']hidden)/g,
  /\$\(\s*["']#([\w-]+)["']\s*\)\s*\.\s*(?:hide\(\s*\)|css\(\s*["']display["']\s*,\s*["']none)/g,
];
/** A script that does more than hide something is a menu at work. */
const SHORT = 300;

/** Ids of what a short script hides at once, not in answer to anybody. */
export function hiddenByScript(scripts: readonly string[]): Set<string> {
  const ids = new Set<string>();
  for (const script of scripts) {
    if (script.length > SHORT || /function|=>|\.show\(|["']block["']/.test(script)) continue;
    for (const pattern of HIDES) for (const match of script.matchAll(pattern)) ids.add(match[1] as string);
  }
  return ids;
}

const FROM_ENGINE = /document\s*\.\s*referrer[\s\S]{0,400}(?:baidu|sogou|haosou|\bso\.com|google|bing\.|\bsm\.cn|toutiao)/i;
const IS_ENGINE = /navigator\s*\.\s*userAgent[\s\S]{0,400}(?:spider|googlebot|bingbot)/i;
const LEADS_AWAY = /location(?:\.href)?\s*=(?!=)|location\.(?:replace|assign)\s*\(|window\.open\s*\(|document\s*\.\s*(?:write|title\s*=)/i;

/** Scripts that lead visitors of a search engine, or the engine itself, somewhere else. Beginning of each, for the reviewer. */
export function searchEngineScripts(scripts: readonly string[]): string[] {
  return scripts.flatMap((script) =>
    script.length <= LONGEST_SCRIPT && (FROM_ENGINE.test(script) || IS_ENGINE.test(script)) && LEADS_AWAY.test(script)
      ? [script.replace(/\s+/g, ' ').trim().slice(0, 120)]
      : [],
  );
}
