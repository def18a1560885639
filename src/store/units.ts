import type { Selectable } from 'kysely';
import type { Unit } from '../subjects/unit.ts';
import type { Db, Tables } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

/** Writes units of the register; what is not in the list stays. */
export async function upsertUnits(db: Db, units: readonly Unit[]): Promise<Counts> {
  return upsert(db, 'unit', ['areaId', 'id'], units.map(toRow));
}

/** Units of an area in printing order, former ones included. */
export async function listUnits(db: Db, areaId: string): Promise<Unit[]> {
  const rows = await db.selectFrom('unit').selectAll().where('areaId', '=', areaId).orderBy('position').orderBy('id').execute();
  return rows.map(fromRow);
}

function toRow({ group, order, aliases, namePlates, ...rest }: Unit): Tables['unit'] {
  const { id, areaId, name, kind, parentId, activeFrom, activeTo } = rest;
  return {
    id,
    areaId,
    name,
    kind,
    parentId,
    activeFrom,
    activeTo,
    unitGroup: group,
    position: order,
    aliases: [...aliases],
    namePlates: [...namePlates],
  };
}

function fromRow({ unitGroup, position, ...rest }: Selectable<Tables['unit']>): Unit {
  return { ...rest, group: unitGroup, order: position };
}
