import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface CruiseReport {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
}

function cruise(...paths: string[]): CruiseReport {
  const bin = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  let out: string;
  try {
    out = execFileSync(process.execPath, [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    out = (error as { stdout: string }).stdout; // violations make it exit above 0, the report is still printed
  }
  return JSON.parse(out) as CruiseReport;
}

/** Relative imports of a file; `typeOnly` when the statement carries nothing at run time. */
function importsOf(file: string): { to: string; typeOnly: boolean }[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'/gm)].map(([, type, path]) => ({
    to: relative('.', resolve(dirname(file), path as string)),
    typeOnly: type !== undefined,
  }));
}

function sources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('dist/'));
}

/** Files on a cycle of imports, those of types too. */
function cycles(files: readonly string[]): string[] {
  const graph = new Map(files.map((file) => [file, importsOf(file).map(({ to }) => to)]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  }
  for (const file of files) visit(file, []);
  return found;
}

describe('rooms and arrows', () => {
  it('every import obeys the list of the design', () => {
    const { summary } = cruise('src');
    expect(summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
    // Without the swc parser it silently sees nothing and passes.
    expect(summary.totalCruised).toBeGreaterThan(300);
  });

  // The swc parser tells neither type imports nor .tsx apart, so these three are read from the source itself.
  it('the store takes nothing but types from the rooms it stores for', () => {
    const values = sources('src/store').flatMap((file) =>
      importsOf(file)
        .filter(({ to, typeOnly }) => !typeOnly && !/^src\/(store|core)\//.test(to))
        .map(({ to }) => `${file} → ${to}`),
    );
    expect(values).toEqual([]);
  });

  it('the pages know the server only through the contract', () => {
    const files = sources('web');
    expect(files.length).toBeGreaterThan(5);
    expect(
      files.flatMap((file) =>
        importsOf(file)
          .filter(({ to }) => !/^(web|src\/contract|src\/core)\//.test(to))
          .map(({ to }) => `${file} → ${to}`),
      ),
    ).toEqual([]);
  });

  it('no file imports itself by a detour', () => {
    expect(cycles(['src', 'web', 'samples', 'bench', 'scripts'].flatMap(sources))).toEqual([]);
  });
});
