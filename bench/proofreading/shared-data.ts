import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The developer data beside the repository; nothing of it is copied here. */
const FOLDER = new URL('../../../shared/proofreading/', import.meta.url);

export const hasShared = existsSync(FOLDER);

const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');
const rows = <T>(path: string): T[] =>
  read(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** A sentence as given and as it should be. */
export interface Pair {
  source: string;
  target: string;
  kind?: string;
}

export const policyPairs = (): Pair[] => rows<Pair>('dev/policy_B_injected_sub.jsonl');
export const odwPairs = (): Pair[] => rows<Pair>('dev/ecspell_odw_dev.jsonl');
export const newspaperPairs = (): Pair[] => rows<Pair>('dev/people_daily_homophone_dev.jsonl');
export const cleanNews = (): string[] => rows<{ text: string }>('dev/clean_official_xxqg_A.jsonl').map(({ text }) => text);

export interface RealError {
  wrong: string;
  kind: string;
  carrierWrong: string;
  carrierRight: string;
}

export const realErrors = (): RealError[] =>
  read('dev/real_errors_dev.tsv')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [, wrong = '', , kind = '', carrierWrong = '', carrierRight = ''] = line.split('\t');
      return { wrong, kind, carrierWrong, carrierRight };
    });

/** Official names and law titles of six letters and more: the phrases whose near misses must be found. */
export const phrases = (): string[] => {
  const lines = ['lists/official_phrases_seed.txt', 'lists/law_titles.txt'].flatMap((path) => read(path).split('\n'));
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line.length >= 4))];
};

/** Shape-similar characters, as an eye or a reader of scans mixes them up. */
export const shapes = (): Map<string, string> =>
  new Map(
    read('lists/shape_confusions.tsv')
      .split('\n')
      .map((line) => line.split('\t') as [string, string]),
  );

export const background = (name: 'laws' | 'policies_AB'): string => {
  const done = spawnSync('xz', ['-dc', new URL(`background/${name}.txt.xz`, FOLDER).pathname], { maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`xz is needed to read ${name}.txt.xz`);
  return done.stdout.toString('utf8');
};

/** The real notices with the words that must be found in each. */
export const SEEDS: readonly { file: string; mustFind: readonly string[] }[] = [
  { file: 'cangxi-2020-q1', mustFind: [] },
  { file: 'xinfeng-2024-04', mustFind: ['章贡区'] },
  { file: 'shiquan-2023-q1', mustFind: ['整治站位', '习近平新时代中国特色社会主义思想法治思想'] },
  { file: 'langxi-2022-12', mustFind: [] },
];

export const seedNotice = (file: string): Uint8Array => readFileSync(new URL(`../seeds/notices/${file}.md`, FOLDER));
