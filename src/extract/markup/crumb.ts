import type { Line } from './layout.ts';

const WORDS = /(?:当前|所在|您?现在|您的|你的)\S{0,3}(?:位置|栏目)|(?:^|\s)位置\s*[:：]/;
const TRAIL = /^(?:网站)?首\s?页\s*(?:[>»›→/\\]|-+>|--|-\s|&gt;|::)/;
const LONGEST = 160;

/** True for a breadcrumb line: 当前位置：首页 > 政务公开 > 通知公告. Home pages have none. */
export function isCrumb(line: Line): boolean {
  return line.text.length < LONGEST && (WORDS.test(line.text) || TRAIL.test(line.text));
}

/** Last step of a breadcrumb, the name of the column it stands on; null when it says 正文 or nothing. */
export function crumbTail(line: Line): string | null {
  const steps = line.text.split(/\s*(?:-+>|[>»›→/\\]|::|\s-\s)\s*/).filter((step) => step !== '');
  const tail = steps[steps.length - 1]?.replace(/^.*[:：]/, '').trim() ?? '';
  return steps.length < 2 || tail.length > 20 || /^(?:正文|列表|内容|文章|信息|详情|首页)?(?:页|内容|列表|正文)?$/.test(tail) ? null : tail;
}
