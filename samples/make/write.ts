import { mkdirSync, writeFileSync } from 'node:fs';

/** JSON with one line per row of a table, so that a change of one row is one line of a diff. */
export function rowsJson(value: Record<string, unknown>): string {
  const entries = Object.entries(value).map(([key, part]) => {
    if (!Array.isArray(part) || part.length === 0) return `  ${JSON.stringify(key)}: ${JSON.stringify(part)}`;
    return `  ${JSON.stringify(key)}: [\n${part.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

/** Writes the files of one sample area. */
export function writeSample(folder: URL, files: Record<string, object>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(new URL(`${name}.json`, folder), rowsJson(value as Record<string, unknown>));
  }
}
