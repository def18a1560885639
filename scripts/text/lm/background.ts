import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text to count from: its name, its paragraphs, and how much each occurrence in it counts. */
export interface Source {
  name: string;
  lines: string[];
  weight: number;
}

/** Policy documents are nearer to what offices write than statutes, and twenty times fewer; at this weight held-out ones are likeliest. */
const POLICY_WEIGHT = 10;

/** Reads every `*.txt.xz` of a folder, in order of name; lines are paragraphs, but for those `without`. Needs the command `xz`. */
export function readBackground(folder: string, without: ReadonlySet<string>): Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt.xz'))
    .sort()
    .map((name) => ({
      name,
      lines: unwrapped(decompressed(join(folder, name)).filter((line) => !without.has(line.trim()))),
      weight: name.startsWith('policies') ? POLICY_WEIGHT : 1,
    }));
}

const decompressed = (path: string): string[] =>
  execFileSync('xz', ['-dc', path], { maxBuffer: 2 ** 30 })
    .toString('utf8')
    .split('\n');

const ENDS = /[。！？；：”》）)!?;:]$/;
const OPENS = /^[\s\u2003\u3000（(一二三四五六七八九十第0-9]/;

/** Paragraphs that were cut into lines of a page are joined again: a cut word is no word. */
function unwrapped(lines: string[]): string[] {
  const whole: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = whole.length - 1;
    if (open && line !== '' && !OPENS.test(line)) whole[last] += line;
    else whole.push(line);
    open = line.length >= 20 && line.length <= 45 && !ENDS.test(line);
  }
  return whole;
}

/** The `target` of each line of a file of sentence pairs: what must not be counted when the pairs are measured on. */
export function targetsOf(path: string): Set<string> {
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  return new Set(rows.map((row) => (JSON.parse(row) as { target: string }).target.trim()));
}
