import type { UserRole } from '../../../src/core/role.ts';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';

const OVERSEERS: readonly UserRole[] = ['office', 'centre', 'reader'];
const WITH_UNIT: readonly UserRole[] = [...OVERSEERS, 'unit'];

/** Views of 政务新媒体 and who finds them; the server decides what each shows. */
export const VIEWS = [
  { view: 'accounts', name: '账号', roles: WITH_UNIT },
  { view: 'matters', name: '备案与关停', roles: WITH_UNIT },
  { view: 'statements', name: '责任书', roles: WITH_UNIT },
  { view: 'menus', name: '导航栏目', roles: WITH_UNIT },
  { view: 'output', name: '发布情况', roles: OVERSEERS },
  { view: 'matrices', name: '矩阵', roles: OVERSEERS },
  { view: 'sync', name: '同步公开', roles: OVERSEERS },
  { view: 'reposts', name: '转载', roles: OVERSEERS },
  { view: 'activities', name: '活动', roles: OVERSEERS },
  { view: 'practices', name: '优质作品', roles: OVERSEERS },
  { view: 'interactions', name: '互动', roles: OVERSEERS },
  { view: 'health', name: '采集情况', roles: OVERSEERS },
] as const;
export type View = (typeof VIEWS)[number]['view'];

export type AccountsKey =
  | ('view' | 'q' | 'platform' | 'state' | 'lacks' | 'kind' | 'matter' | 'new' | 'account' | 'year' | 'only' | 'period' | 'matrix')
  | ('sort' | 'order' | 'page');

/** What the address of the page holds. */
export function useAccountsPage() {
  const { areaId, period } = usePlace();
  const { search, change } = useAddress<AccountsKey>();
  const { role } = useMe();
  const views = VIEWS.filter(({ roles }) => roles.includes(role));
  const view: View = views.find((one) => one.view === search.view)?.view ?? 'accounts';
  return { areaId, period, view, views, search, change, role };
}
