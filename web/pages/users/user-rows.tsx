import { USER_STATES, userState } from '../../../src/core/lists/users.ts';
import { type Column, type Order, Rows } from '../../parts/rows.tsx';
import type { User } from './types.ts';

const POSTS = { person: '责任人', deputy: '副手' } as const;

/** Who there is. */
export function UserRows({ rows, open, order }: { rows: readonly User[]; open(user: User): void; order: Order }) {
  const columns: Column<User>[] = [
    { title: '姓名', width: 160, card: 'head', sort: 'name', cell: ({ name }) => name },
    { title: '用户名', width: 200, sort: 'login', cell: ({ login }) => login },
    {
      title: '角色',
      width: 180,
      sort: 'role',
      cell: (user) => (
        <>
          {user.roleName}
          {user.post && `（${POSTS[user.post]}）`}
          {user.administers && <small className="sub">管理员</small>}
        </>
      ),
    },
    {
      title: '所在地区、单位',
      sort: 'unit',
      cell: (user) => (
        <>
          {user.areaName ?? '全部地区'}
          {user.unitName && <small className="sub">{user.unitName}</small>}
        </>
      ),
    },
    {
      title: '状态',
      width: 170,
      card: 'mark',
      cell: (user) => (
        <>
          {USER_STATES[userState(user)]}
          {user.secondFactor && <small className="sub">已启用动态口令</small>}
        </>
      ),
    },
    {
      title: '操作',
      width: 70,
      card: 'acts',
      cell: (user) => (
        <button type="button" className="plain" aria-label={`修改“${user.name}”`} onClick={() => open(user)}>
          修改
        </button>
      ),
    },
  ];
  return (
    <Rows
      label="用户"
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      order={order}
      rowClass={({ disabledAt }) => (disabledAt ? 'is-off' : undefined)}
    />
  );
}
