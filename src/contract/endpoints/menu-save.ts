import { z } from 'zod';
import { MATTER_HANDLERS, onAccount } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { menuEntry } from '../menu.ts';

export const menuSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/menu',
  title: '登记一个账号导航栏目的查看结果',
  who: MATTER_HANDLERS,
  input: z.object({ ...onAccount, entries: z.array(menuEntry).min(1, '请至少登记一条').max(60, '一个账号最多 60 条') }),
  output: z.object({ ok: z.literal(true) }),
});
