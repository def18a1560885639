import { z } from 'zod';
import { settingsShape, settingsView } from '../area-settings.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const settingsSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/settings',
  title: '更改地区设置',
  who: OFFICE,
  input: z.object({ areaId: id, changes: z.strictObject(settingsShape).partial() }),
  output: settingsView,
});
