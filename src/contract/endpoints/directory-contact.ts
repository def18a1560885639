import { contactInput, directoryView } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { WATCHERS } from '../who.ts';

export const directoryContact = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/directory/contacts',
  title: '登记一个单位（或共用的政务服务厅）的指南信息',
  who: WATCHERS,
  input: contactInput,
  output: directoryView,
});
