/**
 * Cookies of one look, per host. Gateways set a cookie and send the visitor back to the same address;
 * without keeping it every such site would look like a redirect loop. Nothing outlives the look.
 */
export interface Cookies {
  header(host: string): string | null;
  take(host: string, setCookie: readonly string[]): void;
}

const MAX_COOKIES = 50;
const MAX_BYTES = 4_096;

export function createCookies(): Cookies {
  const jars = new Map<string, Map<string, string>>();
  return {
    header(host) {
      const jar = jars.get(host);
      return jar ? [...jar].map(([name, value]) => `${name}=${value}`).join('; ') : null;
    },
    take(host, setCookie) {
      for (const line of setCookie) {
        const match = /^\s*([^=;\s]+)=([^;]*)/.exec(line.slice(0, MAX_BYTES));
        if (!match || /[^\x20-\x7e]/.test(match[0])) continue;
        const jar = jars.get(host) ?? new Map<string, string>();
        if (jar.size < MAX_COOKIES) jars.set(host, jar.set(match[1] as string, (match[2] as string).trim()));
      }
    },
  };
}
