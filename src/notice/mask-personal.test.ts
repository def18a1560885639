import { describe, expect, it } from 'vitest';
import { maskDocument, maskPersonal } from './mask-personal.ts';
import { figureMap, plainText } from './outline.ts';
import { template } from './templates/monthly-monitoring.ts';
import { fullMonth } from './testing/fixtures.ts';

describe('personal data in public copies', () => {
  it.each([
    ['联系人电话：13800138000。', '联系人电话：***********。'],
    ['电话0563-7012345', '电话****-*******'],
    ['QQ：123456789', 'QQ：*********'],
    ['身份证号342523199001011234', '身份证号******************'],
    ['邮箱 a.b@example.gov.cn。', '邮箱 *.*@*******.***.**。'],
    // Figures, days and numbers of documents are what the notice is about.
    ['共2162条，占87.8%，截至2022年12月27日', '共2162条，占87.8%，截至2022年12月27日'],
    ['索引号11341722003251630P/202301-00012', '索引号11341722003251630P/202301-00012'],
    ['国办秘函〔2019〕19号', '国办秘函〔2019〕19号'],
  ])('%s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it('sees over the edge between two pieces', () => {
    const document = template.build(fullMonth());
    const [first] = document.body;
    const runs = [{ text: '联系电话：' }, { quoted: '7012345' }];
    const masked = maskDocument({ ...document, body: [{ ...(first as (typeof document.body)[number]), runs }] });
    expect(plainText(masked.body[0]?.runs ?? [], figureMap(document))).toBe('联系电话：*******');
  });

  it('leaves a notice without personal data as it is', () => {
    const document = template.build(fullMonth(44));
    expect(maskDocument(document)).toEqual(document);
  });
});
