import { expect, it } from 'vitest';
import { printIndexNumber } from './index-number.ts';

it('an index number is code of the organisation, year and month, and a serial of five digits', () => {
  const parts = { organisation: '11341722003251630P', yearMonth: '202301', serial: 12 };
  expect(printIndexNumber(parts)).toBe('11341722003251630P/202301-00012');
  expect(printIndexNumber({ ...parts, serial: 13 })).toBe('11341722003251630P/202301-00013');
});
