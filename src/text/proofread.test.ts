import { describe, expect, it } from 'vitest';
import type { BlockReader, Finding, Layer } from './finding.ts';
import { merge } from './merge.ts';
import { compileProofreader } from './proofread.ts';

const finding = (start: number, end: number, layer: Layer = 'L1', more: Partial<Finding> = {}): Finding => ({
  start,
  end,
  found: '',
  suggestion: null,
  layer,
  kind: 'wrong-character',
  severity: 3,
  score: 0.9,
  files: false,
  why: '',
  ...more,
});

/** Finds a word wherever it stands. */
const finder =
  (word: string, layer: Layer, score = 0.9): BlockReader =>
  (block) =>
    [...block.matchAll(new RegExp(word, 'g'))].map(({ index }) =>
      finding(index, index + word.length, layer, { score, suggestion: '政治' }),
    );

const reader = (layer: Layer, read: BlockReader, thresholds = {}) =>
  compileProofreader({ layers: [layer], blockLayers: [{ layer, read }], pageLayers: [], version: '1', thresholds });

describe('merge', () => {
  it.each([
    ['the surer layer wins', [finding(0, 4, 'L4'), finding(2, 6, 'L1')], ['L1 2']],
    ['side by side both stay', [finding(0, 2, 'L4'), finding(2, 4, 'L1')], ['L4 0', 'L1 2']],
    ['the graver wins within a layer', [finding(0, 4), finding(0, 4, 'L1', { severity: 1 })], ['L1 0']],
    ['a place without width is one spot', [finding(3, 3, 'L4'), finding(3, 3, 'L4')], ['L4 3']],
    ['one inside another', [finding(0, 9, 'L2'), finding(4, 5, 'L4')], ['L2 0']],
  ])('%s', (_, findings, kept) => {
    expect(merge(findings).map(({ layer, start }) => `${layer} ${start}`)).toEqual(kept);
  });
});

describe('compileProofreader', () => {
  it('answers offsets and words of the text as given', () => {
    const text = '关于通知\r\n各单位提高整\u200b治站位，落实。\r\n';
    const [found] = reader('L1', finder('整治', 'L1')).readText(text).findings;
    expect([found?.found, text.slice(found?.start, found?.end)]).toEqual(['整\u200b治', '整\u200b治']);
  });

  it('raises an ordinary error in title and lead, not in the body', () => {
    const { findings } = reader('L1', finder('错', 'L1')).readText('关于错的通知\n导语有错。\n正文有错。');
    expect(findings.map(({ severity }) => severity)).toEqual([2, 2, 3]);
  });

  it('keeps what is under the threshold for those who ask for all', () => {
    const unsure = reader('L4', finder('错', 'L4', 0.95), { L4: 0.8 });
    expect(unsure.readText('这里错了。').findings).toEqual([]);
    expect(unsure.readText('这里错了。', { all: true }).findings).toHaveLength(1);
  });

  it('judges no words of the public, but finds their personal data', () => {
    const text = '来信内容：错在哪里\n错在这里\n答复：您好。';
    expect(reader('L4', finder('错', 'L4')).readText(text).findings).toEqual([]);
    expect(reader('L5', finder('错', 'L5')).readText(text).findings).toHaveLength(2);
  });

  it.each([
    ['nine errors in a long text', `${'这里有错。'.repeat(9)}${'正文'.repeat(3_000)}`, false],
    ['ten', `${'这里有错。'.repeat(10)}${'正文'.repeat(3_000)}`, true],
    ['one in a sentence', '这里有错。', false],
    ['four in a short text', '这里有错。'.repeat(4), true],
  ])('collapses a page of many: %s', (_, text, collapsed) => {
    expect(reader('L1', finder('错', 'L1')).readText(text).collapsed).toBe(collapsed);
  });

  it('believes a candidate among slips, and not the same one in a clean text', () => {
    const unsure = (): ReturnType<typeof reader> =>
      compileProofreader({
        layers: ['L1', 'L4'],
        blockLayers: [
          { layer: 'L4', read: finder('疑', 'L4', 0.9) },
          { layer: 'L1', read: finder('错.', 'L1') },
        ],
        pageLayers: [],
        version: '1',
        thresholds: { L4: 0.55 },
      });
    const suspected = (text: string, kept = unsure()): number => kept.readText(text).findings.filter(({ layer }) => layer === 'L4').length;
    const clean = `${'正文照旧。'.repeat(40)}\n此处可疑。`;
    const careless = `错一在前。\n正文错二。\n正文错三。\n正文错四。\n${clean}`;
    expect([suspected(clean), suspected(careless)]).toEqual([0, 1]);
    const kept = unsure();
    expect([suspected(careless, kept), suspected(clean, kept), suspected(careless, kept)]).toEqual([1, 0, 1]);
    expect(suspected(careless.split('\n').reverse().join('\n'))).toBe(1);
  });

  it('does not take quoted slips for signs of a careless hand', () => {
    const speech = `他说：“${'错一又错二，错三又错四。'.repeat(4)}”`;
    const both = compileProofreader({
      layers: ['L1', 'L4'],
      blockLayers: [
        { layer: 'L4', read: finder('疑', 'L4', 0.9) },
        { layer: 'L1', read: finder('错.', 'L1') },
      ],
      pageLayers: [],
      version: '1',
      thresholds: { L4: 0.55 },
    });
    expect(both.readText(`关于通知\n${speech}\n此处可疑。`).findings).toEqual([]);
  });

  it('reads a block once', () => {
    let read = 0;
    const counting = reader('L1', () => {
      read += 1;
      return [];
    });
    counting.readText('同一段话。\n同一段话。\n另一段话。');
    counting.readText('同一段话。');
    expect(read).toBe(2);
  });
});
