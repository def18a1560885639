import { dateAt } from '../../core/date.ts';
import { countOfShare, draw } from '../../ledger/draw.ts';
import { insertDraw, listDraws } from '../../store/draws.ts';
import { readRegister } from '../../store/register.ts';
import type { SpotKind } from '../../subjects/draw-kind.ts';
import type { Config } from '../config.ts';
import type { App } from '../open.ts';
import { withinArea } from '../within-area.ts';
import { type DrawProtocol, drawProtocol } from './draw-protocol.ts';
import { candidatesOf, excludedOf } from './population.ts';

export interface DrawWish {
  kind: SpotKind;
  /** How many, or what share of those who can be drawn, in percent. */
  size: { count: number } | { percent: number };
  seed: string;
  purpose: string;
  /** In whose name. */
  by: string;
  excluded: readonly { name: string; reason: string }[];
}

/** Draws units or columns of an area at random and keeps the record. Throws 'refused' as `draw` does, 'bad-input' for unknown names. */
export async function holdDraw(app: App, areaId: string, wish: DrawWish): Promise<DrawProtocol> {
  const { kind, size, seed, purpose, by } = wish;
  const candidates = candidatesOf(await readRegister(app.db, areaId), kind, dateAt(app.now()));
  const excluded = excludedOf(candidates, wish.excluded);
  const count = 'count' in size ? size.count : countOfShare(candidates.length - excluded.length, size.percent);
  const record = draw({ purpose, seed, candidates: candidates.map(({ id }) => id), excluded, count });
  const row = { areaId, kind, record, madeAt: app.now(), madeBy: by };
  const id = await insertDraw(app.db, row);
  const kept = (await listDraws(app.db, areaId)).find((one) => one.id === id);
  return drawProtocol(app.db, kept ?? { ...row, id });
}

/** Protocols of all draws of an area, the newest first. */
export async function viewDraws(app: Pick<App, 'db'>, areaId: string): Promise<DrawProtocol[]> {
  const protocols: DrawProtocol[] = [];
  for (const row of await listDraws(app.db, areaId)) protocols.push(await drawProtocol(app.db, row));
  return protocols;
}

/** Holds a draw in an area named by a person, or answers the draws held there when none is wished. */
export async function drawsOfArea(config: Config, areaName: string, wish: DrawWish | null): Promise<DrawProtocol[]> {
  return withinArea(config, areaName, async (app, area) =>
    wish === null ? viewDraws(app, area.id) : [await holdDraw(app, area.id, wish)],
  );
}
