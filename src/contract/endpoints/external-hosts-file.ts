import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const externalHostsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/external-hosts.xlsx',
  title: '外部链接清单（Excel）',
  who: OVERSEERS,
  grave: 'all',
  input: z.object({ areaId: id, siteId: id.optional() }),
  output: 'bytes',
});
