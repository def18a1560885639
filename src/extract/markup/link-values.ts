/** Addresses of a srcset: comma-separated, each with an optional size. Inline data is left out. */
export function srcsetTargets(srcset: string): string[] {
  return srcset
    .split(/,\s+|,(?=\S+\s)/)
    .map((part) => part.trim().split(/\s+/, 1)[0] as string)
    .filter((url) => url !== '' && !url.startsWith('data:'));
}

/** Addresses in `url(…)` of a style attribute or sheet; namespaces, fragments and inline data are left out. */
export function styleTargets(css: string): string[] {
  if (!css.includes('url(') && !css.includes('URL(')) return [];
  const targets: string[] = [];
  for (const m of css.matchAll(/url\(\s{0,20}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s"'()]{1,2000}))\s{0,20}\)/gi)) {
    const url = m[1] ?? m[2] ?? m[3] ?? '';
    if (!/^(?:data:|#|about:)/i.test(url)) targets.push(url);
  }
  return targets;
}

/** Target of `<meta http-equiv=refresh content="0; url=…">`; null when it only reloads the page. */
export function refreshTarget(content: string): string | null {
  return /^[\s\d.]*[;,]?\s*url\s*=\s*["']?\s*([^"'\s][^"']*)/i.exec(content)?.[1]?.trim() ?? null;
}
