import type { Finding } from '../../src/text/finding.ts';
import type { Proofreader } from '../../src/text/proofread.ts';
import type { Pair } from './shared-data.ts';

/** One sentence with every candidate of the layers. */
export interface Read extends Pair {
  findings: readonly Finding[];
}

/**
 * How a set is handed in: every sentence as a text of its own, or all of them as the lines of one text, which tells the reader how
 * densely it is strewn with slips.
 */
export type Feed = 'each sentence alone' | 'as one document';
export const FEEDS: readonly Feed[] = ['as one document', 'each sentence alone'];

/** Every candidate of each sentence, with offsets into the sentence, and the letters read. */
export function candidatesOf(
  reader: Proofreader,
  sentences: readonly string[],
  feed: Feed,
): { findings: (readonly Finding[])[]; characters: number } {
  if (feed === 'each sentence alone') {
    const read = sentences.map((sentence) => reader.readText(sentence, { all: true }));
    return { findings: read.map(({ findings }) => findings), characters: read.reduce((sum, { characters }) => sum + characters, 0) };
  }
  const { findings, characters } = reader.readText(sentences.join('\n'), { all: true });
  let next = 0;
  let start = 0;
  const own = sentences.map((sentence) => {
    const from = start;
    const end = start + sentence.length;
    start = end + 1;
    const here: Finding[] = [];
    for (; next < findings.length && (findings[next] as Finding).start <= end; next += 1) {
      const finding = findings[next] as Finding;
      here.push({ ...finding, start: finding.start - from, end: finding.end - from });
    }
    return here;
  });
  return { findings: own, characters };
}

export function readAll(reader: Proofreader, pairs: readonly Pair[], feed: Feed): Read[] {
  const { findings } = candidatesOf(
    reader,
    pairs.map(({ source }) => source),
    feed,
  );
  return pairs.map((pair, i) => ({ ...pair, findings: findings[i] as readonly Finding[] }));
}

/** Least score of L4 for this measure; the other layers keep the threshold that ships. */
export type Keep = (finding: Finding) => boolean;

/** The sentence with every suggestion taken. */
export function corrected(text: string, findings: readonly Finding[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, suggestion } of findings.toSorted((a, b) => a.start - b.start)) {
    if (suggestion === null || start < at) continue;
    out += text.slice(at, start) + suggestion;
    at = end;
  }
  return out + text.slice(at);
}

export interface Scores {
  precision: number;
  recall: number;
  f1: number;
}

/** Sentence correction as the field counts it: a sentence counts as right only when it is then wholly right. */
export function sentenceScores(reads: readonly Read[], keep: Keep): Scores {
  let changed = 0;
  let right = 0;
  let wrong = 0;
  for (const { source, target, findings } of reads) {
    const answer = corrected(source, findings.filter(keep));
    if (source !== target) wrong += 1;
    if (answer === source) continue;
    changed += 1;
    if (source !== target && answer === target) right += 1;
  }
  const precision = changed === 0 ? 0 : right / changed;
  const recall = wrong === 0 ? 0 : right / wrong;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Over all thresholds of L4: the best precision at a recall of at least so much, and the best F1. */
export function sweep(reads: readonly Read[], shipped: Keep, recall: number): { precision: number | null; f1: number; at: number } {
  const scores = [
    ...new Set(reads.flatMap(({ findings }) => findings.filter(({ layer }) => layer === 'L4').map(({ score }) => round(score)))),
  ];
  let precision: number | null = null;
  let best = { f1: 0, at: 1 };
  for (const at of scores.toSorted((a, b) => a - b)) {
    const measured = sentenceScores(reads, (finding) => (finding.layer === 'L4' ? finding.score >= at : shipped(finding)));
    if (measured.recall >= recall) precision = Math.max(precision ?? 0, measured.precision);
    if (measured.f1 > best.f1) best = { f1: measured.f1, at };
  }
  return { precision, ...best };
}

const round = (score: number): number => Math.floor(score * 50) / 50;

/** Findings in clean text, per ten thousand letters. */
export const perTenThousand = (flags: number, characters: number): number => (flags * 10_000) / Math.max(1, characters);
