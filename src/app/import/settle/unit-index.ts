import type { Unit } from '../../../subjects/unit.ts';
import { printedUnitName } from '../../../subjects/unit.ts';
import type { Remarks } from '../remarks.ts';
import type { Place } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import { nearest } from './near-names.ts';

type Names = Pick<Unit, 'id' | 'name' | 'aliases' | 'namePlates'>;

/**
 * Spellings that mean the same body by the rules of official names, so no person need be asked:
 * 郎溪县应急局 = 县应急局, 大河镇人民政府 = 大河镇, 县人民政府办公室 = 县政府办.
 */
function formalVariants(key: string, areaNames: readonly string[]): string[] {
  let rest = key;
  for (const area of areaNames.map(nameKey)) if (rest.startsWith(area) && rest.length > area.length + 1) rest = rest.slice(area.length);
  const own = nameKey(areaNames.at(-1) ?? '');
  const starts = rest === key ? [key] : [rest, own.slice(-1) + rest];
  const shorten = (name: string): string =>
    name
      .replace(/(?<=.(镇|乡|街道))(人民政府|政府|办事处|办)$/, '')
      .replace('人民政府', '政府')
      .replace(/政府办公室$/, '政府办');
  return [...new Set([...starts, ...starts.map(shorten)])];
}

/** Finds units by every name they bear: name, aliases, plates, printed form, and official spellings of these. */
export class UnitIndex {
  private readonly areaNames: readonly string[];
  private readonly units = new Map<string, Names>();
  private readonly exact = new Map<string, Set<string>>();
  private readonly formal = new Map<string, Set<string>>();

  /** @param areaNames from the province down to the area itself. */
  constructor(areaNames: readonly string[], units: readonly Names[] = []) {
    this.areaNames = areaNames;
    for (const unit of units) this.add(unit);
  }

  /** Adds a unit, or further names of a known one. */
  add(unit: Names): void {
    const held = this.units.get(unit.id);
    this.units.set(unit.id, {
      ...unit,
      aliases: [...(held?.aliases ?? []), ...unit.aliases],
      namePlates: [...(held?.namePlates ?? []), ...unit.namePlates],
    });
    for (const name of [unit.name, ...unit.aliases, ...unit.namePlates, printedUnitName(unit)]) {
      const key = nameKey(name);
      put(this.exact, key, unit.id);
      for (const variant of formalVariants(key, this.areaNames)) put(this.formal, variant, unit.id);
    }
  }

  /** Ids of the units a name can mean: none, one, or several. */
  find(name: string): string[] {
    const key = nameKey(name);
    const exact = this.exact.get(key);
    if (exact) return [...exact];
    const bare = key.replace(/\([^()]*\)$/, '');
    const variants = [...formalVariants(key, this.areaNames), ...(bare === key || bare === '' ? [] : formalVariants(bare, this.areaNames))];
    for (const variant of variants) {
      const found = this.formal.get(variant);
      if (found) return [...found];
    }
    return [];
  }

  /** Whether a name is the unit's own, not just an alias or plate of it. */
  isOwnName(id: string, name: string): boolean {
    const own = formalVariants(nameKey(this.nameOf(id)), this.areaNames);
    return formalVariants(nameKey(name), this.areaNames).some((variant) => own.includes(variant));
  }

  /** The one unit a name means; otherwise a fault with the candidates, and null. Units are never made here. */
  resolve(name: string, place: Place, title: string, remarks: Remarks): string | null {
    const ids = this.find(name);
    if (ids.length === 1) return ids[0] as string;
    if (remarks.isFull) {
      remarks.fault({ ...place, value: name, message: '没有登记这个单位' });
      return null;
    }
    remarks.fault({
      ...place,
      field: place.field ?? title,
      value: name,
      message: ids.length > 1 ? this.ambiguous(ids) : this.unknown(name),
    });
    return null;
  }

  nameOf(id: string): string {
    return this.units.get(id)?.name ?? id;
  }

  private ambiguous(ids: readonly string[]): string {
    return `对应不止一个单位：${ids.map((id) => this.nameOf(id)).join('、')}，请写成其中一个的单位名称`;
  }

  private unknown(name: string): string {
    const owners = new Map<string, string>();
    for (const unit of this.units.values())
      for (const known of [unit.name, ...unit.aliases, ...unit.namePlates]) owners.set(known, unit.name);
    const near = [...new Set(nearest(name, [...owners.keys()], 5).map((known) => owners.get(known) as string))].slice(0, 3);
    const hint = near.length > 0 ? `是不是：${near.join('、')}？请改成登记的名称；` : '';
    return `没有登记这个单位。${hint}确是新单位的，先在“单位”表里补一行；同一单位的另一种叫法，写进该单位的“别名”`;
  }
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
