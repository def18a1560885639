import { type Limit, limitName } from '../core/limit.ts';
import type { JudgedFinding } from './judged.ts';

type LineFinding = Pick<JudgedFinding, 'level' | 'category' | 'text' | 'measured'>;

/** How many children of one parent are told by their number instead of their names. */
const COUNTED_FROM = 3;
const JOINED: Readonly<Record<string, string>> = { column_overdue: '超过', column_due_soon: '即将超过' };

/**
 * Findings as the lines of one cell of a notice (seeds L.a1): columns with the same limit and state share a line,
 * three or more children of one parent in the same state are counted under the parent's name. Problems come before
 * warnings, otherwise the order of the findings is kept. Other findings stand as they are; equal lines stand once.
 */
export function groupLines(findings: readonly LineFinding[]): string[] {
  const groups = new Map<string, LineFinding[]>();
  for (const finding of ['problem', 'warning', 'note'].flatMap((level) => findings.filter((f) => f.level === level))) {
    const key = joins(finding) ? `${finding.category} ${finding.measured.limit}` : `= ${finding.text}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map((group) => (joins(group[0] as LineFinding) ? columnLine(group) : (group[0] as LineFinding).text));
}

const joins = (f: LineFinding): boolean =>
  f.category in JOINED && typeof f.measured.path === 'string' && typeof f.measured.limit === 'string';

function columnLine(group: readonly LineFinding[]): string {
  const [first] = group as readonly [LineFinding];
  const byParent = new Map<string, string[]>();
  for (const { measured } of group) {
    const parent = typeof measured.parent === 'string' ? measured.parent : '';
    byParent.set(parent, [...(byParent.get(parent) ?? []), measured.path as string]);
  }
  const counted = [...byParent].filter(([parent, paths]) => parent !== '' && paths.length >= COUNTED_FROM);
  const parents = new Set(counted.map(([parent]) => parent));
  const named = group.filter(({ measured }) => !parents.has(String(measured.parent ?? '')));
  const parts = [
    ...counted.map(([parent, paths]) => `“${parent}”${paths.length}个子栏目`),
    ...new Set(named.map(({ measured }) => `“${measured.path}”`)),
  ];
  return `${parts.join('、')}${named.length ? '栏目' : ''}${JOINED[first.category]}${limitName(first.measured.limit as Limit)}未更新`;
}
