import { directoryView, removeInput } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { WATCHERS } from '../who.ts';

export const directoryRemove = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/directory/remove',
  title: '删除名录里的一条，修改记录保留',
  who: WATCHERS,
  input: removeInput,
  output: directoryView,
});
