/** What can be wrong with a menu entry of an account (导航栏目; seeds M12). */
export const MENU_FAULTS = { dead: '打不开', wrong: '链接错误', stale: '内容陈旧', cut: '手机上显示不全' } as const;
export type MenuFault = keyof typeof MENU_FAULTS;
export const MENU_OPENS = { yes: '正常打开', no: '打不开', wrong: '打开的不是所指内容' } as const;
export type MenuOpens = keyof typeof MENU_OPENS;
