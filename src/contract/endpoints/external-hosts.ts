import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { externalHostList, hostStanding } from '../external-host-row.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const externalHosts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/external-hosts',
  title: '外部链接清单：页面链接到的其他网站、所在页面和研判结果',
  who: OVERSEERS,
  grave: 'all',
  /** Without `standing` all that a person decides on; names of the government and the like only where asked for. */
  input: z.object({ areaId: id, siteId: id.optional(), standing: hostStanding.optional() }),
  output: externalHostList,
});
