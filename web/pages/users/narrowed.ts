import { USER_ROLE_CODES, USER_ROLES } from '../../../src/core/role.ts';
import type { Search } from '../../app/search.ts';
import type { User } from './page.tsx';

export const ROLES = [
  ...USER_ROLE_CODES.map((value) => ({ value: value as string, label: USER_ROLES[value] as string })),
  { value: 'administrator', label: '管理员' },
];

/** How a user stands, in one word. */
type State = 'disabled' | 'locked' | 'new' | 'in-use';
const STATE_NAMES: Readonly<Record<State, string>> = {
  'in-use': '正常',
  new: '未首次登录',
  locked: '暂时锁定',
  disabled: '已停用',
};
export const STATES = Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }));

const stateOf = ({ disabledAt, locked, mustChange }: User): State =>
  disabledAt ? 'disabled' : locked ? 'locked' : mustChange ? 'new' : 'in-use';
export const stateName = (user: User): string => STATE_NAMES[stateOf(user)];

/** Users the address asks for. */
export function narrowed(rows: readonly User[], { q, role, state }: Search): User[] {
  return rows.filter(
    (user) =>
      (!role || (role === 'administrator' ? user.administers : user.role === role)) &&
      (!state || stateOf(user) === state) &&
      (!q || [user.login, user.name, user.unitName, user.areaName].some((text) => text?.includes(q))),
  );
}

/** In the order the address asks for; in the server's where it asks for none. */
export function ordered(rows: readonly User[], { sort, order }: Search): readonly User[] {
  const of = sort === undefined ? undefined : KEYS[sort];
  if (!of) return rows;
  const sign = order === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * of(a).localeCompare(of(b), 'zh-CN'));
}

const KEYS: Readonly<Record<string, (user: User) => string>> = {
  login: ({ login }) => login,
  name: ({ name }) => name,
  role: ({ roleName }) => roleName,
  unit: ({ areaName, unitName }) => `${areaName ?? ''} ${unitName ?? ''}`,
};
