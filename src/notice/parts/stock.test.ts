import { describe, expect, it } from 'vitest';
import { auditDocument } from '../audit/audit.ts';
import { loadTemplates } from '../load-templates.ts';
import type { Snapshot } from '../snapshot.ts';
import { problem, site, snapshot } from '../testing/fixtures.ts';
import { printedBody } from '../testing/read-document.ts';

const template = [...(await loadTemplates()).values()].find(({ id }) => id === 'monthly-monitoring') as NonNullable<
  ReturnType<Awaited<ReturnType<typeof loadTemplates>>['get']>
>;
const place = site('甲局');
type Entries = NonNullable<Snapshot['stockEntries']>;
const NONE: Entries = { opening: [], found: [], reopened: [], closed: [], closing: [], struckOff: [], withdrawn: [], exempted: [] };

function month(entries: Partial<Entries>, listed = entries.closing ?? []): Snapshot {
  const all: Entries = { ...NONE, ...entries };
  const n = (part: keyof Entries): number => all[part]?.length ?? 0;
  return snapshot({
    channels: [place],
    problems: listed.map((id) => problem(place, 'guide_error', `写错${id}`, { id, handing: 'first' })),
    stock: { opening: n('opening'), found: n('found'), reopened: n('reopened'), closed: n('closed'), closing: n('closing') },
    stockEntries: all,
  });
}
const said = (taken: Snapshot): string => printedBody(template.build(taken)).find((line) => line.includes('问题台账')) ?? '';
const barred = (taken: Snapshot): string[] =>
  auditDocument(template.build(taken), taken).flatMap(({ severity, message }) => (severity === 'warns' ? [] : [message]));

describe('the stock of a notice', () => {
  it.each<[string, Partial<Entries>, string]>([
    [
      'nothing left it but by 销号',
      { opening: ['a', 'b'], closed: ['a'], struckOff: ['a'], closing: ['b'] },
      '期初2个，本期新增0个，再次发现0个，销号1个，期末1个。',
    ],
    [
      'taken back and excused are told by their own names',
      {
        opening: ['a', 'b', 'c'],
        found: ['d'],
        closed: ['a', 'b', 'c'],
        struckOff: ['a'],
        withdrawn: ['b'],
        exempted: ['c'],
        closing: ['d'],
      },
      '期初3个，本期新增1个，再次发现0个，销号1个，撤销1个，豁免1个，期末1个。',
    ],
    [
      'it begins otherwise than the last notice said it ended',
      { opening: ['a', 'x'], closing: ['a', 'x'], 'before.closing': ['a', 'b'], 'before.withdrawn': ['b'], 'before.added': ['x'] },
      '期初2个（上期通报为2个，其后撤销1个、补录1个），本期新增0个',
    ],
    [
      'what was struck off or excused on the last cut-off day, the notice being out, is told by those names',
      {
        ...{ opening: ['a'], closing: ['a'], 'before.closing': ['a', 'b', 'c', 'd'] },
        ...{ 'before.withdrawn': [], 'before.added': [], 'before.closed': ['b', 'c'], 'before.exempted': ['d'] },
      },
      '期初1个（上期通报为4个，其后销号2个、豁免1个），本期新增0个',
    ],
  ])('%s', (_, entries, words) => {
    expect(said(month(entries))).toContain(words);
    expect(barred(month(entries))).toEqual([]);
  });

  it('what was taken back without the books being closed anew is told beside the number that counts it', () => {
    const taken = month({ found: ['a', 'b'], closing: ['a', 'b'], 'since.withdrawn': ['b'] }, ['a']);
    expect(said(taken)).toContain('期末2个（其中1个在截止日后撤销，不再列出）。');
    expect(barred(taken)).toEqual([]);
  });

  it.each([
    ['leaves out a problem', ['a'], '问题清单列出1个问题，台账期末为2个：1个没有列出，0个不在期末之内'],
    ['lists one it does not end with', ['a', 'b', 'c'], '问题清单列出3个问题，台账期末为2个：0个没有列出，1个不在期末之内'],
  ])('a list that %s bars the issue', (_, listed, message) => {
    expect(barred(month({ found: ['a', 'b'], closing: ['a', 'b'] }, listed))).toEqual([message]);
  });
});
