/** A web address without its fragment, which no server sees; null for what is none. `base` resolves relative ones. */
export function parseAddress(text: string, base?: string): URL | null {
  try {
    const url = new URL(text, base);
    url.hash = '';
    return url;
  } catch {
    return null;
  }
}
