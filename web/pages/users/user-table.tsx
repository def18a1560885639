import type { User } from './page.tsx';

const POSTS = { person: '责任人', deputy: '副手' } as const;

/** Who there is, as a plain table: long lists stay readable and printable. */
export function UserTable({ rows, open }: { rows: readonly User[]; open(user: User): void }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="users-table" tabIndex={0} aria-label="用户">
      <table>
        <thead>
          <tr>
            <th scope="col">用户名</th>
            <th scope="col">姓名</th>
            <th scope="col">角色</th>
            <th scope="col">所在地区、单位</th>
            <th scope="col">状态</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((user) => (
            <tr key={user.id} className={user.disabledAt ? 'is-off' : ''}>
              <td className="wrap">{user.login}</td>
              <td className="wrap">{user.name}</td>
              <td>
                {user.roleName}
                {user.post && `（${POSTS[user.post]}）`}
                {user.administers && <span className="sub">管理员</span>}
              </td>
              <td className="wrap">
                {user.areaName ?? '全部地区'}
                {user.unitName && <span className="sub">{user.unitName}</span>}
              </td>
              <td>{stateOf(user)}</td>
              <td>
                <button type="button" className="plain" aria-label={`修改“${user.name}”`} onClick={() => open(user)}>
                  修改
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function stateOf({ disabledAt, locked, mustChange, secondFactor }: User): string {
  if (disabledAt) return '已停用';
  if (locked) return '暂时锁定';
  if (mustChange) return '未首次登录';
  return secondFactor ? '正常，已启用动态口令' : '正常';
}
