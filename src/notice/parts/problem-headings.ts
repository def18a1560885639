import { categoryWords, severityRank, THEME_CODES, THEMES, type Theme } from '../category-words.ts';
import type { FigureDefinition } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { words } from '../words.ts';
import { disclosureFaults } from './disclosure-faults.ts';
import { chapter, paragraph } from './paragraphs.ts';
import { problemClauses } from './problem-clauses.ts';

/** A heading of the problems part. The first in a list that covers a problem takes it: a category is asked before a theme. */
export interface ProblemHeading {
  id: string;
  heading: string;
  themes: readonly Theme[];
  categories?: readonly string[];
  /** How many places a wording names before 等 where an attachment has them all; else everyone is named. */
  most?: number;
}

/** Every theme under its own heading. */
export const THEME_HEADINGS: readonly ProblemHeading[] = THEME_CODES.map((theme) => ({
  id: theme,
  heading: THEMES[theme],
  themes: [theme],
}));

export interface ProblemsPart {
  paragraphs: Paragraph[];
  figures: FigureDefinition[];
}

interface HeadingsOptions {
  /** Words of 二、. */
  title: string;
  headings: readonly ProblemHeading[];
}

/**
 * One heading for each kind of problem found, with named examples (seeds N15); a heading without a problem is not there.
 * Units marked for late or passive disclosure stand behind them (seeds N04).
 */
export function problemHeadings(snapshot: Snapshot, { title, headings }: HeadingsOptions): ProblemsPart {
  const figures: FigureDefinition[] = [];
  const found = snapshot.problems
    .filter((problem) => problem.level !== 'note')
    .map((problem) => ({ problem, ...categoryWords(problem.category, problem.categoryName) }))
    .toSorted((a, b) => severityRank(a.problem.category) - severityRank(b.problem.category));
  const paragraphs = headings.flatMap((one) => {
    const entries = found.filter(({ problem, theme }) => headingOf(headings, problem.category, theme) === one);
    if (entries.length === 0) return [];
    const clauses = problemClauses(entries, snapshot, one.most ?? Number.POSITIVE_INFINITY);
    figures.push(...clauses.figures);
    return [paragraph(`problems.${one.id}`, 'problems', 2, one.heading, words`如：${clauses.runs}。`)];
  });
  const named = [...paragraphs, ...disclosureFaults(snapshot)];
  const rest = named.length > 0 ? named : [paragraph('problems.none', 'problems', 0, null, words`本期未查出问题。`)];
  return { paragraphs: [chapter('problems', title), ...rest], figures };
}

function headingOf(headings: readonly ProblemHeading[], category: string, theme: Theme): ProblemHeading | undefined {
  return headings.find((one) => one.categories?.includes(category)) ?? headings.find((one) => one.themes.includes(theme));
}
