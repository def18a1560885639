import { writeFile } from 'node:fs/promises';
import { MingchaError } from '../../core/error.ts';
import type { Config } from '../config.ts';
import { withinArea } from '../within-area.ts';
import { monitoringYearCsv, viewMonitoringYear } from './monitoring-year.ts';

/** 日常监测 of a year from the terminal; written as a list where a file is named. Throws 'bad-input' where it cannot be written. */
export async function monitoringYearOf(config: Config, areaName: string, year: number, csv: string | null) {
  return withinArea(config, areaName, async (app, area) => {
    const view = await viewMonitoringYear(app, area.id, year);
    if (csv !== null)
      await writeFile(csv, monitoringYearCsv(view)).catch((cause: unknown) => {
        throw new MingchaError('bad-input', `不能写入 ${csv}。`, '请检查文件夹是否存在、是否可写。', { cause });
      });
    return view;
  });
}
