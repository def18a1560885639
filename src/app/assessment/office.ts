import type { Config } from '../config.ts';
import { writeNamed } from '../named-file.ts';
import { withinArea } from '../within-area.ts';
import { monitoringYearCsv, viewMonitoringYear } from './monitoring-year.ts';

/** 日常监测 of a year from the terminal; written as a list where a file is named. Throws 'bad-input' where it cannot be written. */
export async function monitoringYearOf(config: Config, areaName: string, year: number, csv: string | null) {
  return withinArea(config, areaName, async (app, area) => {
    const view = await viewMonitoringYear(app, area.id, year);
    if (csv !== null) await writeNamed(csv, monitoringYearCsv(view));
    return view;
  });
}
