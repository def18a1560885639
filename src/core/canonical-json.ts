/**
 * JSON with sorted keys and no blanks, so that equal values give equal bytes (snapshots, facts, observations). What is no
 * data (undefined, functions) is left out as `JSON.stringify` does. Written out by hand because every fact passes here.
 */
export function canonicalJson(value: unknown): string {
  return written(value) as string;
}

function written(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return written(value.toJSON(''));
  if (Array.isArray(value)) return `[${value.map((item) => written(item) ?? 'null').join(',')}]`;
  let parts = '';
  for (const key of sortedKeys(value)) {
    const text = written((value as Record<string, unknown>)[key]);
    if (text !== undefined) parts += `${parts === '' ? '' : ','}${JSON.stringify(key)}:${text}`;
  }
  return `{${parts}}`;
}

/** By UTF-16 code unit; whole numbers first and by size, the order in which objects keep them: ids kept for years rest on it. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value).sort();
  return keys.some((key) => /^\d/.test(key)) ? Object.keys(Object.fromEntries(keys.map((key) => [key, null]))) : keys;
}
