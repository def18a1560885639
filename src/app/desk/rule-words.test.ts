import { expect, it } from 'vitest';
import { ruleWords } from './rule-words.ts';

it.each<[string, string[], string | undefined]>([
  ['nobody has confirmed the figure a veto rests on', [], '数值尚未核实'],
  ['it is confirmed', ['SV-6.2'], undefined],
])('tells who decides a finding when %s', async (_, confirmed, warning) => {
  const settings = { profile: 'national', sheet: { confirmed, overrides: [] }, lowOutput: null };
  const words = await ruleWords(settings, 'card:service-guide-elements', '2022-12-27');
  expect(words?.lines.find(({ name }) => name === '数值尚未核实')?.name).toBe(warning);
  expect(words?.basis.includes('数值尚未核实：记忆，未见文本')).toBe(warning !== undefined);
});
