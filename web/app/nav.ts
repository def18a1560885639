import type { LinkProps } from '@tanstack/react-router';
import type { UserRole } from '../../src/core/role.ts';

/** A page of the menu and who finds it there; the server decides who may see what it shows. */
export interface NavPage {
  to: NonNullable<LinkProps['to']>;
  name: string;
  roles: readonly UserRole[];
  /** Only for who keeps the users. */
  administers?: true;
  /** Only for who is in the area's closed list (知悉范围): the page holds nothing but words of severe findings. */
  grave?: true;
}
/** Who looks at an area. */
export interface Onlooker {
  role: UserRole;
  administers: boolean;
  knowsGrave: boolean;
}
export interface NavGroup {
  name: string;
  pages: readonly NavPage[];
}

const OVERSEERS = ['office', 'centre', 'reader'] as const;
const WATCHERS = ['office', 'centre'] as const;
const WITH_OWN = [...OVERSEERS, 'bureau', 'unit'] as const;
const EVERYONE = [...WITH_OWN, 'third_party'] as const;

/** The menu (导航), in the order of an office's work; a group of one page is that page. */
export const NAV: readonly NavGroup[] = [
  // First, so that a unit begins there.
  { name: '本单位', pages: [{ to: '/areas/$areaId/my-unit', name: '本单位', roles: ['unit'] }] },
  {
    name: '概览',
    pages: [
      { to: '/areas/$areaId/overview', name: '概览', roles: OVERSEERS },
      { to: '/areas/$areaId/pictures', name: '态势', roles: WITH_OWN },
    ],
  },
  { name: '我的发现', pages: [{ to: '/areas/$areaId/raw-findings', name: '我的发现', roles: ['third_party', ...WATCHERS] }] },
  {
    name: '监测',
    pages: [
      { to: '/areas/$areaId/desk', name: '人工复核', roles: WATCHERS },
      { to: '/areas/$areaId/cards', name: '人工检查', roles: WATCHERS },
      { to: '/areas/$areaId/channels', name: '网站与账号', roles: OVERSEERS },
      { to: '/areas/$areaId/accounts', name: '政务新媒体', roles: [...OVERSEERS, 'unit'] },
      { to: '/areas/$areaId/external-hosts', name: '外部链接', roles: OVERSEERS, grave: true },
      { to: '/areas/$areaId/key-sweeps', name: '定期排查', roles: [...OVERSEERS, 'unit'] },
    ],
  },
  {
    name: '台账',
    pages: [
      { to: '/areas/$areaId/ledger', name: '问题台账', roles: WITH_OWN },
      { to: '/areas/$areaId/stock', name: '各单位问题存量', roles: [...OVERSEERS, 'bureau'] },
      { to: '/areas/$areaId/rectification', name: '整改情况扫描件', roles: OVERSEERS },
      { to: '/areas/$areaId/my-unit', name: '各单位页面', roles: OVERSEERS },
      { to: '/areas/$areaId/draws', name: '双随机抽查', roles: EVERYONE },
      { to: '/areas/$areaId/prompts', name: '工作提示', roles: [...OVERSEERS, 'unit'] },
    ],
  },
  { name: '通报', pages: [{ to: '/areas/$areaId/notices', name: '通报', roles: WITH_OWN }] },
  { name: '考核', pages: [{ to: '/areas/$areaId/assessment', name: '考核', roles: [...OVERSEERS, 'unit'] }] },
  {
    name: '文字',
    pages: [
      { to: '/areas/$areaId/proof', name: '文稿校对', roles: EVERYONE },
      { to: '/areas/$areaId/audit', name: '数字核对', roles: EVERYONE },
      { to: '/areas/$areaId/text-errors', name: '错情复核', roles: OVERSEERS, grave: true },
      { to: '/areas/$areaId/wording', name: '词表维护', roles: OVERSEERS },
    ],
  },
  {
    name: '管理',
    pages: [
      { to: '/areas/$areaId/units', name: '单位与责任人', roles: WITH_OWN },
      { to: '/areas/$areaId/directory', name: '单位名录与指南', roles: OVERSEERS },
      { to: '/areas/$areaId/import', name: '导入', roles: WATCHERS },
      { to: '/areas/$areaId/settings', name: '地区设置', roles: OVERSEERS },
      { to: '/areas/$areaId/users', name: '用户与令牌', roles: EVERYONE, administers: true },
      { to: '/areas/$areaId/trail', name: '操作留痕', roles: ['office'] },
    ],
  },
];

/** The menu of one person: groups without a page of theirs are left out. */
export function navFor(person: Onlooker): NavGroup[] {
  return NAV.map(({ name, pages }) => ({
    name,
    pages: pages.filter((page) => isFor(page, person)),
  })).filter(({ pages }) => pages.length > 0);
}

/** The page of the menu at an address, and whether this person is among those it is for; null where the menu has no such page. */
export function pageAt(path: string, areaId: string, person: Onlooker): { page: NavPage; open: boolean } | null {
  const pages = NAV.flatMap((group) => group.pages).filter(({ to }) => to.replace('$areaId', areaId) === path);
  const [page] = pages;
  if (!page) return null;
  const mine = pages.find((one) => isFor(one, person));
  return { page: mine ?? page, open: mine !== undefined };
}

const isFor = ({ roles, administers, grave }: NavPage, person: Onlooker): boolean =>
  roles.includes(person.role) && (!administers || person.administers) && (!grave || person.knowsGrave);
