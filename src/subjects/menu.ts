import { type CalendarDate, daysBetween } from '../core/date.ts';
import { daysLeft, type Limit, limitName } from '../core/limit.ts';
import { MENU_FAULTS, type MenuFault, type MenuOpens } from '../core/menu-fault.ts';

/** 导航栏目: one entry of an account's menu as a person found it on a telephone (seeds M12). */
export interface MenuEntry {
  /** From the top: ['政务公开', '通知公告']; menus have two levels. */
  path: readonly string[];
  /** Where it leads; null where it only opens a sub-menu or an answer. */
  target: string | null;
  opens: MenuOpens;
  /** Day of the newest content behind it; null where nothing is dated. */
  lastContentOn: CalendarDate | null;
  /** Within which its content is to be new; null = it need not be (简介, 办事). */
  limit: Limit | null;
  /** Width of the telephone's screen, and what the page needs, in CSS pixels; null: not measured. */
  screenWidth: number;
  neededWidth: number | null;
  /** Whether all of it could be read without moving sideways; null: nobody looked. */
  shownWhole: boolean | null;
  /** Screenshot on the telephone. */
  pictureId: string | null;
}

export interface JudgedEntry {
  verdict: 'pass' | 'fail' | 'cannot-tell';
  faults: readonly MenuFault[];
  /** One line as the ledger and a notice print it; null where nothing is wrong. */
  text: string | null;
  /** What nobody can say yet. */
  open: readonly string[];
}

/** An entry as of the day it was read. What is not known is never a pass: an undated page with a limit is for a person to settle. */
export function judgeEntry(entry: MenuEntry, day: CalendarDate): JudgedEntry {
  const { opens, lastContentOn, limit, screenWidth, neededWidth, shownWhole } = entry;
  const faults: MenuFault[] = [];
  const words: string[] = [];
  const found = (fault: MenuFault, text: string): void => {
    faults.push(fault);
    words.push(text);
  };
  if (opens === 'no') found('dead', MENU_FAULTS.dead);
  if (opens === 'wrong') found('wrong', '打开的不是所指内容');
  const seen = opens === 'yes';
  if (seen && limit !== null && lastContentOn !== null && daysLeft(lastContentOn, limit, day) < 0)
    found('stale', `超过${limitName(limit)}未更新，最新内容为${lastContentOn}（${daysBetween(lastContentOn, day)}天前）`);
  const wide = neededWidth !== null && neededWidth > screenWidth;
  if (seen && (wide || shownWhole === false))
    found('cut', wide ? `手机屏幕宽${screenWidth}像素，页面需要${neededWidth}像素，显示不全` : '手机上显示不全');
  const open = [
    seen && limit !== null && lastContentOn === null ? '没有内容日期，无法判断是否陈旧' : '',
    seen && neededWidth === null && shownWhole === null ? '没有查看手机上是否显示完整' : '',
  ].filter(Boolean);
  return {
    verdict: faults.length > 0 ? 'fail' : open.length > 0 ? 'cannot-tell' : 'pass',
    faults,
    text: words.length > 0 ? words.join('；') : null,
    open,
  };
}
