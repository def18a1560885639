import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { listKeySweepsDone, listKeySweepsWithdrawn, retireKeySweep } from '../../store/key-sweeps.ts';
import { listSites } from '../../store/sites.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';

/**
 * Takes a sweep back that was ordered wrongly: nobody has to sign it any more and nobody is late with it; what was signed stays. Throws
 * 'not-found' for one that is not in force: there is none, or somebody took it back before.
 */
export async function withdrawKeySweep(
  app: App,
  areaId: string,
  sweepId: string,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  if (await retireKeySweep(app.db, areaId, sweepId, { at: app.now(), by, reason })) return;
  throw new MingchaError('not-found', '没有这项定期排查，或者已经撤回。', '请刷新页面，在“已撤回的排查”中查看。');
}

/** Sweeps that were taken back, the last first: by whom, why, and what was signed of each. A unit reads those that were its own. */
export async function viewWithdrawnSweeps(app: App, areaId: string, { units: own }: Pick<Scope, 'units'>) {
  const [sweeps, done, units, sites] = await Promise.all([
    listKeySweepsWithdrawn(app.db, areaId),
    listKeySweepsDone(app.db, areaId),
    listUnits(app.db, areaId),
    listSites(app.db, areaId),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const isMine = (unitId: string): boolean => own?.includes(unitId) ?? true;
  const hasSite = sites.some(({ unitId }) => isMine(unitId));
  return sweeps
    .filter(({ unitIds }) => own === null || (unitIds.length > 0 ? unitIds.some(isMine) : hasSite))
    .map(({ id, title, scope, madeAt, retiredAt, retiredBy, retiredReason }) => ({
      ...{ sweepId: id, title, scope, orderedAt: madeAt, at: retiredAt, by: retiredBy, reason: retiredReason },
      signed: done
        .filter(({ sweepId, unitId }) => sweepId === id && isMine(unitId))
        .map(({ unitId, dueOn, result, found, signedBy, signedAt }) => ({
          ...{ id: unitId, name: names.get(unitId) ?? unitId, dueOn, result, found, by: signedBy, at: signedAt },
        })),
    }));
}
