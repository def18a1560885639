import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { externalHostList, hostsAsked } from '../external-host-row.ts';
import { paging } from '../paging.ts';
import { OVERSEERS } from '../who.ts';

export const externalHosts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/external-hosts',
  title: '外部链接清单：页面链接到的其他网站、所在页面和研判结果',
  who: OVERSEERS,
  grave: 'all',
  input: z.object({ ...hostsAsked, ...paging(200, 50) }),
  output: externalHostList,
});
