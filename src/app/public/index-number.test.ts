import { expect, it } from 'vitest';
import { parseIndexNumber, printIndexNumber } from './index-number.ts';

it('index number is read and written by one pattern', () => {
  const parts = { organisation: '11341722003251630P', yearMonth: '202301', serial: 12 };
  expect(parseIndexNumber('11341722003251630P/202301-00012')).toEqual(parts);
  expect(printIndexNumber(parts)).toBe('11341722003251630P/202301-00012');
  expect(printIndexNumber({ ...parts, serial: parts.serial + 1 })).toBe('11341722003251630P/202301-00013');
});

it.each(['', '11341722003251630P/202313-00012', '11341722003251630P-202301-00012', '11341722003251630P/202301-12'])(
  '“%s” is none',
  (text) => {
    expect(parseIndexNumber(text)).toBeNull();
  },
);
