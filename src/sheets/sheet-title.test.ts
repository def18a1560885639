import { expect, it } from 'vitest';
import { sheetTitle } from './sheet-title.ts';

const SHEETS = [{ id: 'qinghe-2022', name: '清河县检查指标', version: 2 }];

it.each([
  ['qinghe-2022@2+national-2019@1', '清河县检查指标'],
  ['qinghe-2022/2', '清河县检查指标'],
  ['qinghe-2022@1', '清河县检查指标（第1版）'],
  ['elsewhere@1', null],
  ['', null],
])('a reader of %s sees %s', (key, title) => expect(sheetTitle(SHEETS, key)).toBe(title));
