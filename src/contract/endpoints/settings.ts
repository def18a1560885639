import { z } from 'zod';
import { settingsView } from '../area-settings.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const settings = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/settings',
  title: '地区设置和可选的值',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: settingsView,
});
