import { describe, expect, it } from 'vitest';
import { confusable } from './confusable.ts';
import { sameSound, soundsAlike, soundsSame, syllablesOf } from './readings.ts';
import { looksAlike, sameShape } from './shapes.ts';

describe('readings of characters', () => {
  it.each(['整政', '致至', '长掌', '长常', '议义', '绿律'])('%s are read the same', ([one, two]) => {
    expect(soundsSame(one as string, two as string)).toBe(true);
  });
  it.each(['政增', '因应', '南蓝', '发花', '市四', '身声'])('%s are read nearly the same, not the same', ([one, two]) => {
    expect(soundsAlike(one as string, two as string)).toBe(true);
    expect(soundsSame(one as string, two as string)).toBe(false);
  });
  it.each(['政府', '人大', '攻政', 'A政', '政，'])('%s are not read alike', ([one, two]) => {
    expect(soundsAlike(one as string, two as string)).toBe(false);
  });
  it('keeps ü apart from u', () => {
    expect(syllablesOf('绿')).toContain('lv');
    expect(sameSound('政')).toContain('整');
    expect(sameSound('政')).not.toContain('政');
  });
});

describe('shapes of characters', () => {
  it.each(['人入', '己已', '未末', '晴睛', '憾撼', '攻政', '竣峻', '治冶', '请清', '帐账', '折拆', '驻住', '险检'])(
    '%s look alike, either way round',
    ([one, two]) => {
      expect(looksAlike(one as string, two as string)).toBe(true);
      expect(looksAlike(two as string, one as string)).toBe(true);
    },
  );
  it.each(['政府', '人国', '的一', '政政'])('%s do not look alike', ([one, two]) => {
    expect(looksAlike(one as string, two as string)).toBe(false);
  });
});

it('lists what may stand for a character and says why', () => {
  const all = confusable('账');
  expect(all.find(({ character }) => character === '帐')).toEqual({ character: '帐', by: 'both' });
  expect(all.find(({ character }) => character === '涨')?.by).toBe('sound');
  expect(new Set(all.map(({ character }) => character)).size).toBe(all.length);
  expect(sameShape('账')[0]).toBe('帐');
  expect(confusable('，')).toEqual([]);
});
