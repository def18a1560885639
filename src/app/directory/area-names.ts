import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256 } from '../../core/id.ts';
import type { Area } from '../../subjects/area.ts';
import type { NamesLists } from '../../text/names/office.ts';
import type { App } from '../open.ts';
import { type Directory, readDirectory } from './directory.ts';

/** What layer L2 knows of an area, as plain data; the day and the places come in where it is read with. */
export type AreaNames = Omit<NamesLists, 'day' | 'places'>;

/** Names of an area's units, as registered and as formerly called, and who holds which post. A unit that has ended is a former name. */
export async function readAreaNames(app: Pick<App, 'db'>, area: Pick<Area, 'id' | 'name'>): Promise<AreaNames> {
  return areaNames(await readDirectory(app, area.id), area.name);
}

/** Names of the area from a directory that has been read already. */
export function areaNames({ units, formerNames, postHolders }: Directory, area: string): AreaNames {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const former = formerNames.map(({ data }) => data);
  const isFormer = new Set(former.map(({ name }) => name));
  const live = units.filter(({ activeTo }) => activeTo === null);
  const inUse = new Set(
    live.flatMap(({ name, aliases, namePlates }) => [name, ...aliases, ...namePlates]).filter((name) => !isFormer.has(name)),
  );
  const ended = units.flatMap(({ name, activeTo }) =>
    activeTo === null || inUse.has(name) || isFormer.has(name) ? [] : [{ name, until: activeTo, now: null }],
  );
  return {
    area,
    offices: live.map(({ name, aliases, namePlates }) => ({
      name,
      aliases: [...aliases, ...namePlates].filter((alias) => !isFormer.has(alias)),
    })),
    formerNames: [...former, ...ended],
    postHolders: postHolders.map(({ unitId, data }) => ({ ...data, unit: unitId === null ? null : (names.get(unitId) ?? null) })),
  };
}

/** Fingerprint of the names: pages read under another one are read again. */
export const namesVersion = (names: AreaNames): string => sha256(canonicalJson(names)).slice(0, 16);
