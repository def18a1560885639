import type { Box } from '../markup/tree.ts';
import type { Style } from './style-rules.ts';

/** How something is kept from a reader's eyes. Those of `MENU_WAYS` are also how menus, tabs and pop-ups wait to be opened. */
export const HIDDEN_WAYS = {
  display: '设为不显示（display:none）',
  visibility: '设为不可见（visibility:hidden）',
  'off-screen': '移到屏幕之外',
  'tiny-box': '放在零尺寸的框内',
  'tiny-font': '字号为零或者1像素',
  opacity: '设为全透明',
  'same-colour': '文字与底色相同',
  behind: '压在页面底层',
  clipped: '裁剪到不可见',
  marquee: '放在几乎没有高度的滚动框内',
  noscript: '只给不执行脚本的程序看（noscript）',
  'tiny-frame': '零尺寸的内嵌框架',
  'no-text': '没有文字的链接',
  script: '由脚本隐藏',
  comment: '写在注释里',
} as const;
export type HiddenWay = keyof typeof HIDDEN_WAYS;

/** A way that the style of one element itself gives; null for none. Colours are told by `colourWay`. */
export function wayOf(box: Box, style: Style): HiddenWay | null {
  const { tag, attributes } = box;
  const value = (name: string): string => style.get(name) ?? '';
  if (attributes.hidden !== undefined || value('display') === 'none') return 'display';
  if (/^(?:hidden|collapse)$/.test(value('visibility'))) return 'visibility';
  if (tag === 'marquee' && isTinyMarquee(attributes, style)) return 'marquee';
  if (tag === 'iframe' || tag === 'frame')
    return [attributes.width, attributes.height, value('width'), value('height')].some((size) => size !== undefined && isTiny(size))
      ? 'tiny-frame'
      : null;
  if (transparent(style)) return 'opacity';
  if (isTiny(value('font-size'))) return 'tiny-font';
  if (isOffScreen(style)) return 'off-screen';
  if (/^rect\(\s*(?:0|1px|auto)[^)]*(?:0|1px)/.test(value('clip')) || /^(?:inset\((?:50|100)%|circle\(0)/.test(value('clip-path')))
    return 'clipped';
  const clips = /hidden|clip/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`);
  if (clips && ['width', 'height', 'max-height', 'max-width', 'line-height'].some((size) => isTiny(value(size)))) return 'tiny-box';
  if (/^-\d/.test(value('z-index')) && /absolute|fixed|relative/.test(value('position'))) return 'behind';
  return null;
}

/** At most one pixel; '' and anything relative but zero is not. */
function isTiny(size: string): boolean {
  const number = /^(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vh|vw)?$/.exec(size.trim());
  if (number === null) return false;
  const amount = Number(number[1]);
  return amount === 0 || ((number[2] === undefined || number[2] === 'px' || number[2] === 'pt') && amount <= 1);
}

function transparent(style: Style): boolean {
  const opacity = style.get('opacity');
  if (opacity !== undefined && opacity !== '' && Number(opacity) < 0.05) return true;
  return /alpha\(\s*opacity\s*=\s*[0-4]\s*\)/.test(style.get('filter') ?? '');
}

/** As far out as nobody places anything to be seen. */
const FAR_PX = 400;

function isOffScreen(style: Style): boolean {
  const far = (name: string): boolean => pixels(style.get(name) ?? '') <= -FAR_PX;
  if (far('text-indent') || far('margin-left') || far('margin-top')) return true;
  if (/translate[xy]?\([^)]*-\s*(?:\d{4,}px|[1-9]\d{2,}(?:%|vw|vh))/.test(style.get('transform') ?? '')) return true;
  if (!/absolute|fixed|relative/.test(style.get('position') ?? '')) return false;
  return ['left', 'top', 'right', 'bottom'].some(far);
}

function pixels(length: string): number {
  const match = /^(-?\d+(?:\.\d+)?)(px|pt|em|rem|%|vw|vh|cm)?$/.exec(length);
  if (match === null) return 0;
  const unit = match[2] ?? 'px';
  return Number(match[1]) * (unit === 'px' || unit === 'pt' ? 1 : unit === 'cm' ? 38 : 10);
}

function isTinyMarquee(attributes: Box['attributes'], style: Style): boolean {
  const small = (size: string | undefined): boolean => size !== undefined && /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) <= 4;
  if (small(attributes.height) || small(attributes.width) || small(style.get('height')) || small(style.get('width'))) return true;
  return Number(attributes.scrollamount ?? 0) >= 500;
}
