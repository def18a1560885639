const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/** Where a redirect leads; null when Location is missing or is no address. `location` as received, one character per byte. */
export function redirectTarget(from: URL, location: string | null): URL | null {
  if (location === null || location.trim() === '') return null;
  // Raw GBK or UTF-8 bytes mean what the server meant only when they are sent back unchanged.
  const ascii = location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  try {
    const url = new URL(ascii, from);
    url.hash = '';
    return url;
  } catch {
    return null;
  }
}
