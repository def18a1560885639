import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../core/error.ts';
import { compileWording } from './compile-wording.ts';
import { parsePhrases } from './phrase.ts';
import { parseWrongWords } from './wrong-word.ts';

const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

function faultsOf(act: () => unknown): unknown[] {
  try {
    act();
  } catch (error) {
    if (error instanceof MingchaError) return error.faults.map(({ row, field, value }) => [row, field, value]);
    throw error;
  }
  return [];
}

describe('table of fixed wordings', () => {
  it('reads rows with dates, aliases and what took their place; comments and the header are skipped', () => {
    const table =
      '# 说明\ntext\tkind\tfrom\tto\taliases\tseverity\treplaced-by\tnote\n国土资源局\torgan\t\t2019-03-31\t国土局|国土资源分局\t3\t自然资源局\t机构改革\n';
    expect(parsePhrases(table)).toEqual([
      {
        text: '国土资源局',
        kind: 'organ',
        validFrom: null,
        validTo: '2019-03-31',
        aliases: ['国土局', '国土资源分局'],
        severity: 3,
        replacedBy: '自然资源局',
        note: '机构改革',
      },
    ]);
  });
  it('names row, field and value of everything that is wrong', () => {
    const table = '党\tcore\t\t\t\t1\t\t\n共同富裕\tslogan\t2021-13-01\t去年\t\t5\t\t';
    expect(faultsOf(() => parsePhrases(table))).toEqual([
      [1, 'text', '党'],
      [2, 'kind', 'slogan'],
      [2, 'from', '2021-13-01'],
      [2, 'to', '去年'],
      [2, 'severity', '5'],
    ]);
  });
});

describe('list of wrong spellings', () => {
  it('names row, field and value of everything that is wrong', () => {
    const table = 'wrong\tright\tunless\tseverity\n按装\t安装\t装置\t3\n已\t己\t\t3\n布署\t布署\t\t9';
    expect(faultsOf(() => parseWrongWords(table))).toEqual([
      [2, 'unless', '装置'],
      [3, 'wrong', '已'],
      [4, 'right', '布署'],
      [4, 'severity', '9'],
    ]);
  });
});

describe('lists that ship', () => {
  const phrases = parsePhrases(data('phrases.tsv'));
  const wrongWords = parseWrongWords(data('wrong-words.tsv'));
  const idioms = data('idioms.txt').split('\n').filter(Boolean);
  const read = compileWording({ phrases, wrongWords, idioms, day: '2026-11-22' });

  it('hold at least 900 wordings, each once, and what took the place of a former one is not former itself', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(900);
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length);
    const former = new Set(phrases.filter(({ validTo }) => validTo !== null).map(({ text }) => text));
    expect(phrases.filter(({ replacedBy }) => replacedBy !== null && former.has(replacedBy)).map(({ text }) => text)).toEqual([]);
  });
  it('accuse none of their own right spellings', () => {
    const right = [
      ...phrases.filter(({ validTo }) => validTo === null).flatMap(({ text, aliases }) => [text, ...aliases]),
      ...wrongWords.map((row) => row.right),
    ];
    const accused = right.filter((text) => read(text).some(({ score }) => score >= 0.5));
    expect(accused).toEqual([]);
  });
  it('find each of their wrong spellings, and leave each exception alone', () => {
    expect(wrongWords.filter(({ wrong }) => read(wrong).length === 0).map(({ wrong }) => wrong)).toEqual([]);
    const accused = wrongWords.flatMap(({ unless }) => unless).filter((text) => read(text).some(({ score }) => score >= 0.5));
    expect(accused).toEqual([]);
  });
});
