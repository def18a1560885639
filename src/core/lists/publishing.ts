import { holds } from './holds.ts';

/** What the lists of what accounts publish are narrowed to, list by list. */
export const OUTPUT_ONLY = { weak: '有薄弱环节', unseen: '未采集' } as const;
export const MATRICES_ONLY = { missing: '还有平台缺少的', late: '相差 1 天以上的', alone: '只在一处的' } as const;
export const SYNC_ONLY = { both: '两边都有', portal: '仅门户网站', unsure: '待人工核对' } as const;

/** The accounts of 发布情况 asked for. */
export const listedOutput = <R extends { name: string; unitName: string; seen: boolean; weaknesses: readonly unknown[] }>(
  rows: readonly R[],
  { q, only }: { q?: string | undefined; only?: string | undefined },
): R[] =>
  rows.filter(
    (row) => (only !== 'weak' || row.weaknesses.length > 0) && (only !== 'unseen' || !row.seen) && holds(q, row.name, row.unitName),
  );

/** The items of a matrix asked for; where nothing is asked, those that stand in more than one place. */
export const listedMatrixItems = <R extends { on: readonly { lag: number }[]; missing: readonly unknown[] }>(
  items: readonly R[],
  only: string | undefined,
): R[] =>
  items.filter(({ on, missing }) => {
    if (only === 'missing') return missing.length > 0;
    if (only === 'late') return on.some(({ lag }) => lag > 1);
    if (only === 'alone') return on.length === 1;
    return on.length > 1;
  });

/** On which side an item of the portal stands. */
export const syncKind = ({ on, unsure }: { on: readonly unknown[]; unsure: boolean }): keyof typeof SYNC_ONLY =>
  on.length > 0 ? 'both' : unsure ? 'unsure' : 'portal';

/** The items of the portal asked for. */
export const listedSyncItems = <R extends Parameters<typeof syncKind>[0]>(items: readonly R[], only: string | undefined): R[] =>
  items.filter((item) => !only || syncKind(item) === only);
