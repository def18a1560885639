import { describe, expect, it } from 'vitest';
import { amended, EDIT_KINDS, type Edit } from './edit.ts';
import { tokenise } from './tokens.ts';

const BLOCK = '甲乙丙丁';
const edit = (from: number, to: number, put: string): Edit => ({
  kind: EDIT_KINDS.character,
  from,
  to,
  ids: Array.from(put, (character) => character.charCodeAt(0)),
  forward: 0,
  backward: 0,
});

describe('amended', () => {
  it.each<[string, Edit, string, number[]]>([
    ['another character', edit(2, 3, '己'), '甲己丙丁', [0, 1, 2, 3]],
    ['a missing one', edit(3, 3, '己'), '甲乙己丙丁', [0, 1, 2, 2, 3]],
    ['one too many', edit(1, 2, ''), '乙丙丁', [1, 2, 3]],
    ['two swapped', edit(2, 4, '丙乙'), '甲丙乙丁', [0, 1, 2, 3]],
  ])('%s', (_name, made, text, starts) => {
    const tokens = amended(tokenise(BLOCK), made);
    expect(String.fromCharCode(...tokens.ids.slice(1, tokens.length - 1))).toBe(text);
    expect([...tokens.starts.slice(1, tokens.length - 1)]).toEqual(starts);
    expect(tokens.ends[tokens.length - 1]).toBe(BLOCK.length);
  });
});
