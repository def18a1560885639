import {
  LISTED_ROLES,
  type ListedRole,
  listedUsers,
  USER_STATES,
  type UserState,
  type UsersAsked,
  userState,
} from '../../core/lists/users.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import type { Caller } from './caller.ts';
import { viewUsers } from './users.ts';

/** The users asked for among those who sets them up may see, as a workbook. */
export async function usersListFile(
  app: App,
  areaId: string,
  asked: UsersAsked & { role?: ListedRole | undefined; state?: UserState | undefined },
  caller: Caller,
) {
  const rows = listedUsers(await viewUsers(app, caller), asked);
  return listFile(app, areaId, {
    ...{ day: await todayOf(app, areaId), name: '用户名单', rule: 'users/1（停用的用户仍列出，其办理过的记录保留）' },
    filters: [
      ['用户名、姓名、单位', asked.q],
      ['角色', asked.role && LISTED_ROLES[asked.role]],
      ['状态', asked.state && USER_STATES[asked.state]],
    ],
    head: ['用户名', '姓名', '角色', '职责', '所在地区', '单位', '管理员', '状态', '动态口令'],
    widths: [24, 14, 14, 10, 16, 30, 8, 14, 10],
    rows: rows.map((user) => [
      ...[user.login, user.name, user.roleName, user.post === 'person' ? '责任人' : user.post === 'deputy' ? '副手' : null],
      ...[user.areaName ?? '全部地区', user.unitName, user.administers ? '是' : null],
      ...[USER_STATES[userState(user)], user.secondFactor ? '已启用' : null],
    ]),
  });
}
