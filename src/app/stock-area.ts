import { openBySeverity } from '../store/proof-items.ts';
import type { Config } from './config.ts';
import { withinArea } from './within-area.ts';
import { readStock, type StockReading } from './wording/stock.ts';

export interface StockReport extends StockReading {
  area: string;
  /** Items that wait for a reviewer, and those among them that must be looked at today. */
  open: number;
  urgent: number;
}

/** Reads the whole stock of an area again with the lists of today (存量校对), from kept pages alone. Stopped, it goes on next time. */
export async function stockOfArea(
  config: Config,
  areaName: string,
  { onStep, signal }: { onStep(step: { done: number; total: number }): void; signal: AbortSignal },
): Promise<StockReport> {
  return withinArea(config, areaName, async (app, area) => {
    const reading = await readStock(app, area.id, { onStep, signal });
    const waiting = await openBySeverity(app.db, area.id);
    const open = Object.values(waiting).reduce((sum, count) => sum + count, 0);
    return { ...reading, area: area.name, open, urgent: waiting[1] ?? 0 };
  });
}
