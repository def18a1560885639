import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import type { Caller } from './caller.ts';
import { viewUsers } from './users.ts';

/** The users who sets them up may see, as a workbook. */
export async function usersListFile(app: App, areaId: string, caller: Caller) {
  const rows = await viewUsers(app, caller);
  return listFile(app, areaId, {
    ...{ day: await todayOf(app, areaId), name: '用户名单', rule: 'users/1（停用的用户仍列出，其办理过的记录保留）' },
    head: ['用户名', '姓名', '角色', '职责', '所在地区', '单位', '管理员', '状态', '动态口令'],
    widths: [24, 14, 14, 10, 16, 30, 8, 14, 10],
    rows: rows.map((user) => [
      ...[user.login, user.name, user.roleName, user.post === 'person' ? '责任人' : user.post === 'deputy' ? '副手' : null],
      ...[user.areaName ?? '全部地区', user.unitName, user.administers ? '是' : null],
      ...[
        user.disabledAt ? '已停用' : user.locked ? '暂时锁定' : user.mustChange ? '未首次登录' : '正常',
        user.secondFactor ? '已启用' : null,
      ],
    ]),
  });
}
