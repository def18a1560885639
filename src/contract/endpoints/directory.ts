import { z } from 'zod';
import { directoryView } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const directory = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/directory',
  title: '单位名录：指南登记信息、政务服务厅、任职人员、曾用名和修改记录',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: directoryView,
});
