import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { onNotice } from '../notice-draft.ts';
import { OVERSEERS } from '../who.ts';

export const noticeFormStarter = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/form-starter',
  title: '下载本单位版式的样例：可直接使用，也可在 Word 里改成自己的',
  who: OVERSEERS,
  input: z.object(onNotice),
  output: 'bytes',
});
