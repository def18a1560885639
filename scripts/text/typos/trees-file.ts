import { readFileSync, writeFileSync } from 'node:fs';
import type { Trees } from '../../../src/text/statistics/trees.ts';

interface TreesJson {
  features: string[];
  base: number;
  roots: number[];
  feature: number[];
  value: number[];
  left: number[];
}

export function writeTrees(path: string, { features, base, roots, feature, value, left }: Trees): void {
  const short = [...value].map((x) => Number(x.toPrecision(5)));
  writeFileSync(path, `${JSON.stringify({ features, base, roots: [...roots], feature: [...feature], value: short, left: [...left] })}\n`);
}

export function readTrees(path: string): Trees {
  const { features, base, roots, feature, value, left } = JSON.parse(readFileSync(path, 'utf8')) as TreesJson;
  return {
    features,
    base,
    roots: Int32Array.from(roots),
    feature: Int8Array.from(feature),
    value: Float32Array.from(value),
    left: Int32Array.from(left),
  };
}
