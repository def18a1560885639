/** What can be drawn at random (随机检查, 随机抽查; seeds M14). */
export const DRAW_KINDS = ['units', 'columns'] as const;
export type DrawKind = (typeof DRAW_KINDS)[number];
export const DRAW_KIND_NAMES: Record<DrawKind, string> = { units: '单位', columns: '栏目' };
