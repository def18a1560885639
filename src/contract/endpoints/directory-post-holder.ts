import { directoryView, postHolderInput } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { WATCHERS } from '../who.ts';

export const directoryPostHolder = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/directory/post-holders',
  title: '登记或修改一名任职人员',
  who: WATCHERS,
  input: postHolderInput,
  output: directoryView,
});
