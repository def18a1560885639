import { directoryView, formerNameInput } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { WATCHERS } from '../who.ts';

export const directoryFormerName = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/directory/former-names',
  title: '登记或修改一个单位曾用名',
  who: WATCHERS,
  input: formerNameInput,
  output: directoryView,
});
