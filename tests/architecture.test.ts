import { execFileSync } from 'node:child_process';
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

describe('rooms and arrows', () => {
  it('every import obeys the list of the design', () => {
    const { summary } = cruise('src', 'web');
    expect(summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
    // Without the swc parser it silently sees nothing and passes.
    expect(summary.totalCruised).toBeGreaterThan(30);
  });
});
