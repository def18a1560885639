/** Lists of what accounts publish, each with a page of its own and a workbook to save. */
export const ACCOUNTS_LISTS = ['output', 'matrices', 'sync', 'reposts', 'practices', 'interactions', 'health'] as const;
export type AccountsList = (typeof ACCOUNTS_LISTS)[number];
