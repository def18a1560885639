import { listAllUsers, resetFromTerminal } from '../../app/people/keep-users.ts';
import { type Command, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'user',
  summary: '列出用户，或在管理员不能登录时重置一个用户的密码',
  arguments: '',
  count: [0, 0],
  options: {
    reset: { value: '用户名', help: '生成一次性密码；锁定、停用和动态口令一并解除，已登录的设备全部退出' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha user', 'mingcha user --reset admin'],
  changes: ({ values }) => (values.reset === undefined ? null : { area: null }),
  async run(input) {
    const login = textOption(input, 'reset');
    if (login !== undefined) {
      const password = await resetFromTerminal(input.config, login);
      if (input.values.json) outJson({ login, password });
      else out(`用户 ${login} 的一次性密码：${password}（只显示这一次，登录后须修改）`);
      return undefined;
    }
    const users = await listAllUsers(input.config);
    if (input.values.json) outJson(users);
    else if (users.length === 0) out('还没有用户。运行 npm start 会生成第一个管理员，并显示一次性密码。');
    else
      for (const { login: at, name, roleName, administers, state } of users)
        out(`${at}　${name}　${roleName}${administers ? '（管理员）' : ''}　${state}`);
    return undefined;
  },
};
