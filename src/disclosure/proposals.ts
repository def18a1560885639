import { groupsOf } from './groups-of.ts';
import { endsOf, type RankBy, rank, rankByName, type TieRule } from './ranking.ts';
import { MEASURES, type Measure, type Volume } from './volume.ts';

/** A rule for naming units in public; set by the office, applied inside each group of the table. */
export type NamingRule =
  | { kind: 'top' | 'bottom'; n: number; by: RankBy; ties?: TieRule; groups?: readonly string[] }
  | { kind: 'at-most'; limit: number; by: Measure; groups?: readonly string[] };

/** A unit that qualifies, with the figure that makes it so. */
export interface Proposal {
  group: string;
  unit: string;
  /** 审发信息数98条. */
  why: string;
}

export interface Proposals {
  /** By group in table order; inside it in the order of the rule (best or worst first; table order for a limit). */
  proposed: readonly Proposal[];
  /** Units that share the last place, for the editor to see. */
  tied: readonly string[];
  /** Units the rule cannot judge for want of a figure: never named for it. */
  noFigure: readonly string[];
}

function proposeIn(rows: readonly Volume[], rule: NamingRule): Proposals {
  if (rule.kind === 'at-most') {
    const { by, limit } = rule;
    const within = rows.filter((row) => row[by] !== null && (row[by] as number) <= limit);
    const unit = by === 'errors' ? '处' : '条';
    return {
      proposed: within.map((row) => ({ group: row.group, unit: row.unit, why: `${MEASURES[by]}${row[by]}${unit}` })),
      tied: [],
      noFigure: rows.filter((row) => row[by] === null).map((row) => row.unit),
    };
  }
  const ranking = rank(rows, rule.by);
  const { named, tied } = endsOf(ranking, rule.kind, rule.n, rule.ties);
  const proposed = named.map(({ row, value }) => ({ group: row.group, unit: row.unit, why: `${rankByName(rule.by)}${value}` }));
  return { proposed, tied, noFigure: ranking.unranked };
}

/** Who to praise or to name by a rule (seeds N13, N14). An editor confirms; nothing is named by itself. */
export function propose(rows: readonly Volume[], rule: NamingRule): Proposals {
  const chosen = rows.filter(({ group }) => rule.groups === undefined || rule.groups.includes(group));
  const parts = [...groupsOf(chosen).values()].map((members) => proposeIn(members, rule));
  return {
    proposed: parts.flatMap(({ proposed }) => proposed),
    tied: parts.flatMap(({ tied }) => tied),
    noFigure: parts.flatMap(({ noFigure }) => noFigure),
  };
}
