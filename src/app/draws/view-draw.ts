import { MingchaError } from '../../core/error.ts';
import { drawHolds } from '../../ledger/draw.ts';
import { checkInspection } from '../../ledger/inspection.ts';
import { type DrawRow, findDraw, isInspection } from '../../store/draws.ts';
import { listSubstitutions } from '../../store/substitutions.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { drawProtocol } from './draw-protocol.ts';
import { viewInspection } from './view-inspection.ts';

/** A draw of either kind; `asked`: a page of the problems not drawn, null = all of them. Throws 'not-found'. */
export async function viewDraw(
  app: App,
  areaId: string,
  drawId: string,
  asked: { page: number; size: number } | null = null,
  caller: Pick<Caller, 'role' | 'scope'> | null = null,
) {
  const row = await rowOf(app, areaId, drawId);
  return isInspection(row)
    ? { spot: null, inspection: await viewInspection(app, areaId, drawId, asked, caller) }
    : { spot: await drawProtocol(app.db, row), inspection: null };
}

/** 重新演算: draws again from the kept list and seed, and compares. Throws 'not-found'. */
export async function repeatDraw(app: Pick<App, 'db' | 'now'>, areaId: string, drawId: string) {
  const row = await rowOf(app, areaId, drawId);
  const replaced = await listSubstitutions(app.db, areaId, drawId);
  const steps = isInspection(row)
    ? checkInspection(
        row.record,
        replaced.map(({ record }) => record),
      )
    : null;
  const holds = steps === null ? drawHolds(row.record) : Object.values(steps).every(Boolean);
  return { holds, at: app.now(), population: row.record.population.length, steps };
}

async function rowOf(app: Pick<App, 'db'>, areaId: string, drawId: string): Promise<DrawRow> {
  const row = await findDraw(app.db, areaId, drawId);
  if (row) return row;
  throw new MingchaError('not-found', '本地区没有这次抽查。', '请从抽查列表中选择。');
}
