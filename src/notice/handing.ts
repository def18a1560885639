/** How a problem stands in 问题清单 when it is frozen, as the list prints it. */
export const HANDINGS = {
  first: '本次交办',
  again: '未整改，再次交办',
  again_partly: '整改不彻底，再次交办',
  with_unit: '已交办，整改中',
  overdue: '已交办，逾期未整改',
  claimed: '已交办，待复核',
  disputed: '已交办，有异议待核',
  fixed: '已整改，待销号',
  closed_since: '截止日后已销号',
  exempted_since: '截止日后已豁免',
} as const;
export type Handing = keyof typeof HANDINGS;

/** What the notice itself hands over when it is issued; the others are with their unit already and are only listed. */
export const HANDED_OVER_NOW: readonly Handing[] = ['first', 'again', 'again_partly'];

/** What stood at the cut-off and asks nothing of its unit any more: listed, so that the list holds the whole stock. */
export const SETTLED: readonly Handing[] = ['fixed', 'closed_since', 'exempted_since'];

export const isHandedOverNow = ({ handing }: { handing?: Handing | null }): boolean =>
  handing !== undefined && handing !== null && HANDED_OVER_NOW.includes(handing);
