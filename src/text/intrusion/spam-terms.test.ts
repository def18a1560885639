import { expect, it } from 'vitest';
import { findSpam, parseSpamTerms } from './spam-terms.ts';

const TERMS = parseSpamTerms('# 说明\n博彩\t2\tgambling\n博彩平台\t3\tgambling\nBet365\t3\tgambling\n代孕\t1\tservice\n');

it.each<[string, string[], number]>([
  ['最好的博彩平台欢迎您', ['博彩', '博彩平台'], 5],
  ['BET365官网', ['bet365'], 3],
  ['abbet3650', [], 0],
  ['警惕网络博彩平台骗局', [], 0],
  ['公安机关打击博彩', [], 0],
  ['代孕', ['代孕'], 1],
  ['信息公开', [], 0],
])('%s', (text, words, weight) => expect(findSpam(text, TERMS)).toEqual({ words, weight }));

it.each(['博彩\t5\tgambling', '博彩\t2\tother', '博', '博彩 2 gambling'])('a wrong line is named: %s', (line) => {
  expect(() => parseSpamTerms(`博彩\t2\tgambling\n${line}`)).toThrow('第 2 行');
});
