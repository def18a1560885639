import { defineDownload } from '../endpoint.ts';
import { problemsAsked } from '../problems-asked.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const problemsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/problems.xlsx',
  title: '问题台账（Excel），按当前筛选',
  who: OVERSEERS_AND_OWN,
  input: problemsAsked,
  output: 'bytes',
});
