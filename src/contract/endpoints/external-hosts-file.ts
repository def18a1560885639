import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { hostsAsked } from '../external-host-row.ts';
import { OVERSEERS } from '../who.ts';

export const externalHostsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/external-hosts.xlsx',
  title: '外部链接清单（Excel），按当前筛选',
  who: OVERSEERS,
  grave: 'all',
  input: z.object(hostsAsked),
  output: 'bytes',
});
