import { z } from 'zod';
import type { ReviewItem } from '../text/review/review-item.ts';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** 错别字、错漏字、不规范表述 (seeds Q01, Q04). */
export const check = defineCheck({
  id: 'typo',
  version: 1,
  clause: 'TX-1',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '文字错误',
    line: '页面文字有错别字、漏字、多字或者表述不规范',
    remedy: '改正错误文字；同一写法在其他页面上的一并改正。',
    reviewer: '读整句话再判断。专名、古文、方言、引文不算错误；建议不对的，写明应为什么。',
  },
  page: {
    why: '错别字是通报中最常见的一类问题，影响信息的权威和准确。',
    looksAt:
      '新发布的页面当天看，存量页面轮流看；词表改动后重看全部存量。明确的错词、规范表述的近似写法、乱码直接提出；由统计推断的疑似错字，只交人工复核。',
    limits:
      '统计推断的疑似错字，不论多像，未经人工确认不算问题。一页疑似错误很多的，只提“请通读全页”一条。同一写法不论出现在多少页面，只算一条。来信、留言和引文不看。',
    fires: ['谈态度的文中写“整治站位”：应为“政治站位”。', '复核人确认的疑似错字。'],
    passes: ['“专项整治”。', '复核人认定不是错误的写法。', '只有待复核的疑似错字：待人工判断。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(site.id, facts, 'text_error', isTypo);
  },
});

/** Words as such; names, places, personal data and intrusion have checks of their own. */
const isTypo = ({ layer, severity, kind }: ReviewItem): boolean =>
  kind !== 'off-topic' && (layer === 'L0' || layer === 'L4' || (layer === 'L1' && severity > 1));
