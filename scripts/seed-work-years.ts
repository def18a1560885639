/**
 * Seeds src/core/data/work-years.json once from the npm package chinese-days. The table is ours from then on:
 * a new year is added by hand or imported by an operator, and a test compares it with the package.
 * Run: node scripts/seed-work-years.ts
 */
import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { addDays, weekdayOf } from '../src/core/date.ts';

/**
 * Notices of the State Council office. `copy`: number and date seen in several public copies;
 * `memory`: not seen in a copy, the days themselves are in the package.
 */
const SOURCES = [
  [2018, '国办发明电〔2017〕12号（2017-11-30）', 'copy'],
  [2019, '国办发明电〔2018〕15号（2018-12-06公布）；国办发明电〔2019〕3号（2019-03-22公布，调整劳动节）', 'memory'],
  [2020, '国办发明电〔2019〕16号（2019-11-21）；2020-01-27公布的延长春节假期通知', 'memory'],
  [2021, '国办发明电〔2020〕27号（2020-11-25）', 'copy'],
  [2022, '国办发明电〔2021〕11号（2021-10-25）', 'copy'],
  [2023, '国办发明电〔2022〕16号（2022-12-08）', 'copy'],
  [2024, '国办发明电〔2023〕7号（2023-10-25）', 'copy'],
  [2025, '国办发明电〔2024〕12号（2024-11-12）', 'copy'],
  [2026, '国办发明电〔2025〕7号（2025-11-04）', 'copy'],
] as const;

const rows = SOURCES.map(([year, source, mark]) => {
  const holidays: string[] = [];
  const workdays: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const weekend = weekdayOf(day) % 6 === 0;
    if (chineseDays.isWorkday(day) === !weekend) continue;
    (weekend ? workdays : holidays).push(day);
  }
  return { year, source, mark, holidays, workdays };
});

const line = (row: (typeof rows)[number]) => `  ${JSON.stringify(row)}`;
writeFileSync(new URL('../src/core/data/work-years.json', import.meta.url), `[\n${rows.map(line).join(',\n')}\n]\n`);
