import { describe, expect, it } from 'vitest';
import { isSameLapse } from './recurrence.ts';

const dated = (lastUpdate: string) => ({ measured: { lastUpdate } });
const undated = { measured: {} };

describe('the same lapse or a new one', () => {
  it.each([
    ['nothing was updated', dated('2021-10-01'), '2022-12-05', dated('2021-10-01'), '2023-06-01', true],
    ['an even older date is read now', dated('2021-10-01'), '2022-12-05', dated('2021-09-30'), '2022-12-06', true],
    ['it was updated and lapsed again', dated('2019-12-25'), '2020-01-10', dated('2020-02-20'), '2020-03-06', false],
    ['it was updated, on the very next day found again', dated('2019-12-25'), '2020-03-05', dated('2019-12-26'), '2020-03-06', false],
    ['no dates, seven days after the fix', undated, '2022-12-05', undated, '2022-12-12', true],
    ['no dates, eight days after the fix', undated, '2022-12-05', undated, '2022-12-13', false],
    ['one date only', dated('2021-10-01'), '2022-12-05', undated, '2022-12-13', false],
    ['no dates and never settled', undated, null, undated, '2023-12-13', true],
  ])('%s', (_name, earlier, settledOn, finding, day, same) => {
    expect(isSameLapse(earlier, settledOn, finding, day)).toBe(same);
  });
});
