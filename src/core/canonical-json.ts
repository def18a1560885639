/** JSON with sorted keys and no blanks, so that equal values give equal bytes (snapshots, facts, observations). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same value with the keys of its objects in order, put so beforehand: `JSON.stringify` with a function beside it takes twice as long. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON());
  if (Array.isArray(value)) return value.map(sorted);
  const from = value as Record<string, unknown>;
  const into: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) {
    // The one name that does not become a key by being written to.
    if (key === '__proto__') Object.defineProperty(into, key, { value: sorted(from[key]), enumerable: true });
    else into[key] = sorted(from[key]);
  }
  return into;
}
