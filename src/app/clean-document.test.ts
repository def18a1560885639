import { expect, it } from 'vitest';
import type { Block } from '../core/block.ts';
import { cleanBlocks, repairSentences } from './clean-document.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

it('a copy with readings, traditional script and a lost byte is read as it was, in paragraphs and cells, with the way back', () => {
  const { blocks, repairs, printed } = cleanBlocks([
    paragraph('政務(wù)新媒體36家，合格(géi)率(lǜ)的(de)'),
    {
      kind: 'table',
      rows: [
        ['單位', '開(kāi)設'],
        ['甲鎮', '3'],
      ],
    },
    paragraph('工作檢查，F將有關情況通報如下'),
  ]);
  expect(blocks).toEqual([
    paragraph('政务新媒体36家，合格率的'),
    {
      kind: 'table',
      rows: [
        ['单位', '开设'],
        ['甲镇', '3'],
      ],
    },
    paragraph('工作检查。现将有关情况通报如下'),
  ]);
  expect([printed(0, 0), printed(0, 2), printed(0, 5), printed(0, 7)]).toEqual([0, 6, 9, 11]);
  expect(repairs.map(({ kind }) => kind)).toEqual(['readings-removed', 'bytes-restored', 'simplified']);
  expect(repairSentences(repairs)[0]).toBe('删去插入的注音 5 处：(wù)→（删）、(géi)→（删）、(lǜ)→（删）、(de)→（删）、(kāi)→（删）。');
});

it('a change in doubt is marked and told first', () => {
  const { repairs } = cleanBlocks([paragraph('現將有關情況通報如下，請貫徹執行。他看著書，著力推進。')]);
  expect(repairSentences(repairs)[0]).toMatch(/^繁体字还原为简体字 \d+ 处：著？（未改）、.*；带“？”的 1 处请对照原件。$/);
});

it('a whole document stays as it is', () => {
  const blocks = [paragraph('门户网站(www)、客户端（app）、张三(zhang)')];
  expect(cleanBlocks(blocks)).toMatchObject({ blocks, repairs: [] });
});
