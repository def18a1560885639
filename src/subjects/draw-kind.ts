/** What can be drawn at random (随机检查, 随机抽查, 双随机; seeds M14, P05). */
export type DrawKind = 'units' | 'columns' | 'problems';
/** Drawn for a spot check, without people of their own. */
export type SpotKind = Exclude<DrawKind, 'problems'>;
export const DRAW_KIND_NAMES: Record<DrawKind, string> = { units: '单位', columns: '栏目', problems: '已销号问题' };
