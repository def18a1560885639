import { hash } from 'node:crypto';

/** SHA-256 of bytes or UTF-8 text as lower-case hex. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/**
 * An id that any machine derives alike from the natural key, so that importing twice changes nothing
 * and judging again gives the same bytes. 80 bits: safe far beyond 10^9 subjects.
 */
export function stableId(kind: string, ...key: readonly string[]): string {
  return `${kind}_${sha256(JSON.stringify(key)).slice(0, 20)}`;
}
