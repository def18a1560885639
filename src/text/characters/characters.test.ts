import { describe, expect, it } from 'vitest';
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

it('puts what looks most alike first', () => {
  expect(sameShape('账')[0]).toBe('帐');
});
