import { ofPeriod } from '../calendar-period.ts';
import { defineDownload } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const syncFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/sync.csv',
  title: '同步公开的情况（CSV）',
  who: OVERSEERS,
  input: ofPeriod,
  output: 'bytes',
});
