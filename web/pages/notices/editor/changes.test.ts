import { describe, expect, it } from 'vitest';
import {
  addParagraph,
  bindQuote,
  findQuote,
  mergeAnswer,
  moveParagraph,
  ownId,
  removeParagraph,
  restoreParagraph,
  withoutPiece,
} from './changes.ts';
import type { DraftParagraph, LocalDraft } from './types.ts';

const paragraph = (id: string, rest: Partial<DraftParagraph> = {}): DraftParagraph => ({
  id,
  part: 'overview',
  level: 2,
  heading: '标题',
  runs: [{ text: '共' }, { figure: 'f' }],
  deadline: null,
  personal: false,
  template: null,
  stale: false,
  ...rest,
});
const draft: LocalDraft = {
  paragraphs: [paragraph('a', { level: 1, runs: [] }), paragraph('b'), paragraph('c', { part: 'requirements' })],
  removed: [],
  head: { title: '', number: null, signedDate: null, printedDate: null, disclosureMark: null },
  naming: null,
};
const ids = (one: LocalDraft): string[] => one.paragraphs.map(({ id }) => id);

describe('changes of a draft', () => {
  it('binds a typed number where it stands, full-width digits too', () => {
    const runs = [{ figure: 'a' }, { text: '其中合格３６家，不合格5家。' }];
    expect(findQuote(runs, '36家')).toEqual({ run: 1, start: 4, end: 7 });
    expect(bindQuote(runs, '36家', 'passing')).toEqual([
      { figure: 'a' },
      { text: '其中合格' },
      { figure: 'passing' },
      { text: '，不合格5家。' },
    ]);
    expect(bindQuote(runs, '37家', 'passing')).toBe(runs);
  });

  it('takes out the piece that was meant and joins the words around it', () => {
    const runs = [{ text: '甲' }, { figure: 'f' }, { text: '乙' }, { quoted: '某局' }, { text: '丙' }];
    expect(withoutPiece(runs, 1)).toEqual([{ text: '甲' }, { figure: 'f' }, { text: '乙丙' }]);
  });

  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 1, ['a', 'b', 'c']],
  ] as const)('moves %s by %i', (id, by, order) => {
    expect(ids(moveParagraph(draft, id, by))).toEqual(order);
  });

  it('puts a removed paragraph of the template back with its own words', () => {
    const changed = { ...draft, paragraphs: [paragraph('b', { template: { heading: '原题', runs: [{ text: '原文' }] } })] };
    const without = removeParagraph(changed, 'b');
    expect(ids(without)).toEqual([]);
    expect(restoreParagraph(without, without.removed[0] as LocalDraft['removed'][number])).toMatchObject({
      removed: [],
      paragraphs: [{ id: 'b', heading: '原题', runs: [{ text: '原文' }] }],
    });
  });

  it('adds a paragraph behind another; an own one that is removed is gone', () => {
    const id = ownId(draft);
    const more = addParagraph(draft, 'a', { id });
    expect(ids(more)).toEqual(['a', id, 'b', 'c']);
    expect(more.paragraphs[1]).toMatchObject({ part: 'overview', level: 0, heading: null });
    expect(ownId(more)).not.toBe(id);
    expect(removeParagraph(more, id)).toEqual(draft);
  });

  it('keeps the object of a paragraph that reads alike', () => {
    const [, second] = draft.paragraphs as [DraftParagraph, DraftParagraph];
    const [same, other] = mergeAnswer(draft.paragraphs, [{ ...second, runs: [...second.runs], stale: true }, paragraph('a')]);
    expect(same?.runs).toBe(second.runs);
    expect(same?.stale).toBe(true);
    expect(other?.runs).toEqual(paragraph('a').runs);
  });
});
