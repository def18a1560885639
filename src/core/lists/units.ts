import { holds } from './holds.ts';

/** What is missing in a unit, as the list of 责任人 is narrowed to it. */
export const POST_GAPS_ASKED = { person: '没有责任人', deputy: '没有副手', none: '齐备' } as const;

/** What narrows and orders the lists of 单位与责任人, on the page and in their workbooks. */
export interface UnitsAsked {
  q?: string | undefined;
  gap?: string | undefined;
  group?: string | undefined;
  sort?: string | undefined;
}

interface UnitPosts {
  name: string;
  parent: string | null;
  group: string | null;
  person: readonly { name: string }[];
  deputy: readonly { name: string }[];
  others: readonly string[];
  /** Unit above that answers for it; null = it answers for itself. */
  through: string | null;
  gaps: readonly { grave: boolean }[];
}

/** The units asked for; `gaps` first where that is asked for. */
export function listedPosts<R extends UnitPosts>(rows: readonly R[], { q, gap, group, sort }: UnitsAsked): R[] {
  const wanted = rows.filter(
    (row) =>
      (!group || row.group === group) &&
      (!gap || lacks(row, gap)) &&
      holds(q, row.name, row.parent, ...[...row.person, ...row.deputy].map(({ name }) => name), ...row.others),
  );
  return sort === 'gaps' ? wanted.toSorted((a, b) => weight(b) - weight(a)) : wanted;
}

const weight = ({ gaps }: UnitPosts): number => gaps.reduce((sum, { grave }) => sum + (grave ? 10 : 1), 0);
function lacks({ gaps, through }: UnitPosts, gap: string): boolean {
  if (gap === 'none') return through === null && gaps.length === 0;
  return gaps.some(({ grave }) => grave === (gap === 'person'));
}

/** The public service bodies asked for. */
export const listedBodies = <R extends { unit: { name: string }; supervisor: string | null }>(
  rows: readonly R[],
  q: string | undefined,
): R[] => rows.filter((row) => holds(q, row.unit.name, row.supervisor));

/** The programmes asked for, by their names and those of their members. */
export const listedProgrammes = <R extends { name: string; members: readonly { unit: { name: string } }[] }>(
  rows: readonly R[],
  q: string | undefined,
): R[] => rows.filter(({ name, members }) => holds(q, name, ...members.map(({ unit }) => unit.name)));
