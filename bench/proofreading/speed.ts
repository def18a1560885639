import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Speed {
  name: string;
  /** Seconds of processor time until the first sentence is read. */
  startUp: number;
  /** Letters read in a second of processor time. */
  perSecond: number;
  /** Most memory held. */
  megabytes: number;
}

/** Texts to read: `fresh` the counts have not seen, as pages are; `long` is long enough for the certain layers to be timed. */
export interface SpeedTexts {
  fresh: string;
  long: string;
}

const SETTINGS: readonly [name: string, layers: string, text: keyof SpeedTexts][] = [
  ['all layers', 'L0,L1,L2,L3,L4,L5,L6', 'fresh'],
  ['all but statistics', 'L0,L1,L2,L3,L5,L6', 'long'],
];

/** One process for each setting. */
export function speeds(texts: SpeedTexts, model: string | undefined): Speed[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-proof-'));
  try {
    const file = join(folder, 'text.txt');
    return SETTINGS.map(([name, layers, text]) => {
      writeFileSync(file, texts[text]);
      const done = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', new URL('measure.ts', import.meta.url).pathname, file, layers, ...(model ? [model] : [])],
        {
          encoding: 'utf8',
        },
      );
      if (done.status !== 0) throw new Error(done.stderr);
      return { name, ...(JSON.parse(done.stdout) as Omit<Speed, 'name'>) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
