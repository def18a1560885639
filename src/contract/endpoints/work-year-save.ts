import { z } from 'zod';
import { settingsView, workYearWish } from '../area-settings.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';

export const workYearSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/work-years',
  title: '登记一年的放假和调休安排（本系统所有地区共用）',
  who: 'administrator',
  input: z.object({ areaId: id, ...workYearWish }),
  output: settingsView,
});
