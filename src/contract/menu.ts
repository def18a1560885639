import { z } from 'zod';
import { MENU_OPENS, type MenuOpens } from '../core/menu-fault.ts';
import { count, date, id, named } from './fields.ts';

const MOST_WIDE = 10_000;
const pixels = z.number().int().min(1).max(MOST_WIDE, `像素数不能超过 ${MOST_WIDE}`);

/** One entry of an account's menu as somebody found it on a telephone. */
export const menuEntry = z.object({
  path: z.array(z.string().trim().min(1, '请填写栏目名称').max(40)).min(1).max(3),
  target: z
    .url({ protocol: /^https?$/, error: '链接应以 http:// 或 https:// 开头' })
    .max(2000)
    .nullable(),
  opens: z.enum(Object.keys(MENU_OPENS) as [MenuOpens, ...MenuOpens[]]),
  lastContentOn: date.nullable(),
  limit: z.string().max(6).nullable(),
  screenWidth: pixels,
  neededWidth: pixels.nullable(),
  shownWhole: z.boolean().nullable(),
  pictureId: id.nullable(),
});

export const judgedMenuEntry = menuEntry.extend({
  target: z.string().nullable(),
  verdict: named,
  faults: z.array(named),
  text: z.string().nullable(),
  open: z.array(z.string()),
});

export const menusAnswer = z.object({
  day: date,
  faults: z.array(named),
  rows: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      platformName: z.string(),
      unitName: z.string(),
      checkId: z.string().nullable(),
      checkedOn: date.nullable(),
      checkedBy: z.string().nullable(),
      faulty: count,
      entries: z.array(judgedMenuEntry),
    }),
  ),
});
