import { expect, it } from 'vitest';
import { auditLegalBasis } from './audit/legal-basis.ts';
import { basisRegister, standingOn, withValidity } from './legal-basis.ts';
import { snapshot } from './testing/fixtures.ts';

const OLD = { title: '中华人民共和国政府信息公开条例', number: '国务院令第492号' };
const LAW = { title: '政府信息公开条例', number: null };
const OWN = { title: '某县考核办法', number: '某政发〔2020〕1号' };

it.each([
  ['by number, replaced', OLD, '2022-10-11', { from: '2008-05-01', until: '2019-05-14', replacedBy: '国务院令第711号' }],
  ['a law by title is the law as it then stands', LAW, '2019-05-14', { from: '2008-05-01', until: '2019-05-14' }],
  ['and the new one from its first day', LAW, '2019-05-15', { from: '2019-05-15', until: null }],
  ['what the register does not know', OWN, '2022-10-11', undefined],
  ['what the office says goes first', { ...OWN, until: '2022-01-01' }, '2022-10-11', { from: null, until: '2022-01-01' }],
])('knows the validity: %s', (_name, entry, day, validity) => {
  const { validity: found } = withValidity(entry, day);
  if (validity === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(validity);
});

it('offers what the notice rests on first, then the rest of the register, each as it stands on the day', () => {
  const register = basisRegister([withValidity(LAW, '2022-10-11'), OWN]);
  expect(register.slice(0, 2).map((basis) => standingOn(basis, '2022-10-11'))).toEqual(['in-force', 'unknown']);
  expect(register.filter(({ title }) => title.endsWith('政府信息公开条例'))).toHaveLength(1);
  expect(basisRegister([]).map((basis) => standingOn(basis, '2019-03-31'))).toEqual([
    'in-force',
    'not-yet',
    'in-force',
    'in-force',
    'not-yet',
  ]);
  expect(standingOn(basisRegister([])[0] as (typeof register)[number], '2019-05-15')).toBe('ended');
});

it.each([
  ['in force', { from: '2019-04-01', until: null, replacedBy: null }, null],
  ['on its last day', { from: '2019-04-01', until: '2023-01-04', replacedBy: null }, null],
  ['the day after', { from: '2019-04-01', until: '2023-01-03', replacedBy: '国办秘函〔2023〕9号' }, '现行的是国办秘函〔2023〕9号'],
  ['on its first day', { from: '2023-01-04', until: null, replacedBy: null }, null],
  ['before it', { from: '2023-01-05', until: null, replacedBy: null }, '成文时尚未有效'],
])('warns of a basis not in force on the day of signing: %s', (_name, validity, words) => {
  const state = snapshot({}, { basis: [{ title: '检查指标', number: '国办秘函〔2019〕19号', validity }] });
  const messages = auditLegalBasis(state).map(({ message }) => message);
  if (words === null) expect(messages).toEqual([]);
  else expect(messages).toEqual([expect.stringContaining(words)]);
});
