import type { Finding } from '../finding.ts';
import { insertedReadings } from '../normalise.ts';
import { findMojibake, type Mojibake } from './mojibake.ts';
import { countScripts, isTraditional, simplify } from './scripts.ts';

/** Control characters no page shows; line ends and form feeds divide lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g;

/** From this share of traditional letters the page is a converted copy, told once; below it each word is told. */
const COPY_SHARE = 0.02;
const COPY_LETTERS = 20;
/** A page of traditional script has next to no simplified letters; then nothing is mixed (繁体版). */
const WHOLLY = 0.05;

/** Reads a whole text for damage: wrong decoding, control characters, inserted readings, mixed scripts. Offsets are into the text. */
export function readIntegrity(text: string): Finding[] {
  const broken = findMojibake(text);
  return [...brokenLetters(text, broken), ...controls(text, broken), ...readings(text), ...scripts(text)].sort((a, b) => a.start - b.start);
}

const BASE = { layer: 'L0', files: false } as const;

function brokenLetters(text: string, broken: readonly Mojibake[]): Finding[] {
  return broken.map(({ start, end, right, why }) => ({
    ...BASE,
    start,
    end,
    found: text.slice(start, end),
    suggestion: right,
    kind: 'mojibake',
    severity: 2,
    score: 0.95,
    files: true,
    why,
  }));
}

function controls(text: string, broken: readonly Mojibake[]): Finding[] {
  return Array.from(text.matchAll(CONTROL))
    .filter(({ index }) => !broken.some(({ start, end }) => index >= start && index < end))
    .map(({ 0: found, index }) => ({
      ...BASE,
      start: index,
      end: index + found.length,
      found,
      suggestion: '',
      kind: 'mojibake',
      severity: 4,
      score: 0.6,
      why: '夹有不可见的控制字符，会使检索和朗读出错。',
    }));
}

/** One finding at the first reading for the whole page: a rare letter explained once (鄠（hù）邑) is no damage. */
function readings(text: string): Finding[] {
  const all = insertedReadings(text);
  const first = all[0];
  if (!first) return [];
  return [
    {
      ...BASE,
      ...first,
      found: text.slice(first.start, first.end),
      suggestion: '',
      kind: 'pinyin-gloss',
      severity: 2,
      score: 0.95,
      files: true,
      why: `文字后面插入了注音，全文共${all.length}处，多见于被复制、改写的仿冒页面。`,
    },
  ];
}

function scripts(text: string): Finding[] {
  const { han, traditional, simplified } = countScripts(text);
  if (traditional === 0 || simplified < traditional * WHOLLY) return [];
  const runs = traditionalRuns(text);
  const told = (run: { start: number; end: number }, why: string, score: number): Finding => {
    const found = text.slice(run.start, run.end);
    return { ...BASE, ...run, found, suggestion: simplify(found), kind: 'traditional-mix', severity: score > 0.8 ? 2 : 3, score, why };
  };
  if (traditional >= COPY_LETTERS && traditional >= han * COPY_SHARE) {
    const percent = Math.round((100 * traditional) / han);
    return [told(runs[0] as (typeof runs)[number], `全文约${percent}%是繁体字，与简体字混用，请核对是否为仿冒页面或转换错误。`, 0.95)];
  }
  return runs.map((run) => told(run, '简体文字中夹有繁体字；专名、书法作品等确需使用的除外。', 0.5));
}

function traditionalRuns(text: string): Array<{ start: number; end: number }> {
  const runs: Array<{ start: number; end: number }> = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff || !isTraditional(text[at] as string)) continue;
    const last = runs.at(-1);
    if (last && last.end === at) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
}
