import { z } from 'zod';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** 逻辑性错误: another area's name where the own one belongs (seeds X35, X36, Q06, K12). */
export const check = defineCheck({
  id: 'foreign-place',
  version: 1,
  clause: 'TX-3',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '出现其他地区名称',
    line: '标题、依据、落款、地址等处出现其他地区名称',
    remedy: '改为本地区名称；依据引错的，换成适用于本地区的文件。',
    reviewer: '看这一处本来应写哪里。考察、合作、案件移送、转载等确实涉及外地的，不算错误。',
  },
  page: {
    why: '套用外地文件没有改净，群众会找错地方、引错依据。',
    looksAt: '标题、发布机构、依据、落款、地址、“我县”之处和目录、清单中，有没有其他县、市、省的全称。',
    limits:
      '正文里提到外地不算；全页没有本地区名称却反复出现同一个外地名称的，只提请人工查看。“参照”外地做法、考察学习、对口合作、案件移送、籍贯、中标单位地址、并列的多个地名，都不算。只写简称的（大余、定南）不看。',
    fires: ['正平镇的目录依据写成《章贡区…》。'],
    passes: ['报道前往大余县考察。', '依据《江西省…条例》《赣州市…办法》。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(site.id, facts, 'logic_error', ({ layer, kind }) => layer === 'L3' && kind === 'foreign-place');
  },
});
