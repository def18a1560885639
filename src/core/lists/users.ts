import { USER_ROLE_CODES, USER_ROLES, type UserRole } from '../role.ts';
import { holds } from './holds.ts';

/** How a user stands, in one word. */
export const USER_STATES = { 'in-use': '正常', new: '未首次登录', locked: '暂时锁定', disabled: '已停用' } as const;
export type UserState = keyof typeof USER_STATES;
export const USER_STATE_CODES = Object.keys(USER_STATES) as [UserState, ...UserState[]];

/** Roles a list of users is narrowed to; whoever sets up the others is one of them too. */
export const LISTED_ROLES = { ...USER_ROLES, administrator: '管理员' } as const;
export type ListedRole = UserRole | 'administrator';
export const LISTED_ROLE_CODES: [ListedRole, ...ListedRole[]] = ['administrator', ...USER_ROLE_CODES];
export const USER_SORTS = ['login', 'name', 'role', 'unit'] as const;
type Sort = (typeof USER_SORTS)[number];

/** What narrows and orders the list of users, on the page and in its workbook. */
export interface UsersAsked {
  q?: string | undefined;
  role?: string | undefined;
  state?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
}

interface User {
  login: string;
  name: string;
  role: UserRole;
  roleName: string;
  areaName: string | null;
  unitName: string | null;
  administers: boolean;
  locked: boolean;
  mustChange: boolean;
  disabledAt: string | null;
}

export const userState = ({ disabledAt, locked, mustChange }: Pick<User, 'disabledAt' | 'locked' | 'mustChange'>): UserState =>
  disabledAt ? 'disabled' : locked ? 'locked' : mustChange ? 'new' : 'in-use';

/** The users asked for, in the order asked for. */
export function listedUsers<R extends User>(rows: readonly R[], { q, role, state, sort, order }: UsersAsked): readonly R[] {
  const wanted = rows.filter(
    (user) =>
      (!role || (role === 'administrator' ? user.administers : user.role === role)) &&
      (!state || userState(user) === state) &&
      holds(q, user.login, user.name, user.unitName, user.areaName),
  );
  if (!isSort(sort)) return wanted;
  const of = KEYS[sort];
  const sign = order === 'asc' ? 1 : -1;
  return wanted.toSorted((a, b) => sign * of(a).localeCompare(of(b), 'zh-CN'));
}

const KEYS: Readonly<Record<Sort, (user: User) => string>> = {
  login: ({ login }) => login,
  name: ({ name }) => name,
  role: ({ roleName }) => roleName,
  unit: ({ areaName, unitName }) => `${areaName ?? ''} ${unitName ?? ''}`,
};
const isSort = (sort: string | undefined): sort is Sort => (USER_SORTS as readonly (string | undefined)[]).includes(sort);
