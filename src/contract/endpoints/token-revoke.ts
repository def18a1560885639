import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { done } from '../notice-draft.ts';

export const tokenRevoke = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/tokens/:tokenId/revoke',
  title: '收回机器令牌',
  who: 'administrator',
  input: z.object({ areaId: id, tokenId: id }),
  output: done,
});
