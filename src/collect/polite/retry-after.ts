/** Milliseconds a Retry-After header asks for, counted from `nowMs` (Unix time); null when it says nothing readable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN; // RFC 9110: an HTTP date has letters
  return Number.isNaN(moment) ? null : Math.max(0, moment - nowMs);
}
