import { z } from 'zod';
import { MATTER_HANDLERS, onAccount } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';

export const menuPictureAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/menu/pictures',
  title: '上传导航栏目的手机截图（PNG、JPG）',
  who: MATTER_HANDLERS,
  input: z.object(onAccount),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ id: z.string() }),
});
