import { UNIT_KIND_NAMES, type Unit, unitId } from '../../../subjects/unit.ts';
import type { Remarks } from '../remarks.ts';
import type { UnitDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import type { SettleContext } from './context.ts';
import { fuse, type Stated } from './fuse.ts';
import { abbreviates } from './near-names.ts';
import type { UnitIndex } from './unit-index.ts';

const TITLES = {
  kind: '单位类别',
  group: '分组',
  order: '排序',
  parentId: '上级单位',
  activeFrom: '启用日期',
  activeTo: '停用日期',
} as const;

/**
 * Units of a file, each found by any of its names or made new. A row whose name another row gives as alias or plate is that unit
 * (县应急管理局 = 县应急局). `index` knows all of them afterwards.
 */
export function settleUnits(
  drafts: readonly UnitDraft[],
  held: ReadonlyMap<string, Unit>,
  { areaId, index, remarks }: SettleContext,
): Unit[] {
  const firstOrder = Math.max(0, ...[...held.values()].map((unit) => unit.order)) + 1;
  // Rows that name further names go first: they say who is who, wherever they stand in the file.
  const telling = (draft: UnitDraft): number => (draft.aliases.length + draft.namePlates.length > 0 ? 0 : 1);
  const ordered = drafts.map((draft, i) => ({ draft, order: firstOrder + i })).sort((a, b) => telling(a.draft) - telling(b.draft));
  const rows: Stated<Unit>[] = [];
  const made = new Map<string, Unit>();
  for (const { draft, order } of ordered) {
    const id = identify(draft, areaId, index, remarks);
    if (id === null) continue;
    const isNew = !held.has(id) && !made.has(id);
    if (isNew && draft.kind === undefined) {
      const message = `从名称看不出单位类别，必填：${Object.values(UNIT_KIND_NAMES).join('、')}`;
      remarks.fault({ ...draft.place, field: draft.place.field ?? '单位类别', value: draft.name, message });
    }
    const blank = isNew ? newUnit(draft, id, areaId, order) : ((held.get(id) ?? made.get(id)) as Unit);
    if (isNew) made.set(id, blank);
    const renamed = nameKey(draft.name) !== nameKey(blank.name);
    if (renamed) remarks.warn(`“${draft.name}”与“${blank.name}”按同一单位导入。`);
    const aliases = unique([...draft.aliases, draft.name]).filter(
      (name) => nameKey(name) !== nameKey(blank.name) && !draft.namePlates.includes(name),
    );
    index.add({ id, name: blank.name, aliases, namePlates: draft.namePlates });
    const { kind, group, activeFrom, activeTo, namePlates } = draft;
    const stated = { kind, group, activeFrom, activeTo, order: draft.order, aliases, namePlates };
    // A row under another name was announced above already.
    rows.push({ id, place: draft.place, label: draft.name, repeated: renamed, stated, blank });
  }
  const parents = settleParents(
    ordered.map((o) => o.draft),
    index,
    remarks,
  );
  const units = fuse(rows, held, { titles: TITLES, unions: ['aliases', 'namePlates'] }, remarks).map((unit) => ({
    ...unit,
    aliases: unit.aliases.filter((name) => !unit.namePlates.includes(name)),
    parentId: parents.get(unit.id) ?? unit.parentId,
  }));
  askAboutLookalikes([...made.values()], [...held.values(), ...made.values()], remarks);
  return units.sort((a, b) => a.order - b.order);
}

/** A unit as the register first knows it; what the row states besides is laid over it. */
function newUnit({ name, kind }: UnitDraft, id: string, areaId: string, order: number): Unit {
  const nothing = { group: null, aliases: [], namePlates: [], parentId: null, activeFrom: null, activeTo: null };
  return { id, areaId, name, kind: kind ?? 'department', order, ...nothing };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/**
 * The unit a row means: the one known by its name, or the one whose own name it lists as another name; new when there is none.
 * A second name that two units claim is a fault: merging them would charge one with the other's problems.
 */
function identify(draft: UnitDraft, areaId: string, index: UnitIndex, remarks: Remarks): string | null {
  const ids = new Set(index.find(draft.name));
  for (const name of [...draft.aliases, ...draft.namePlates]) {
    for (const id of index.find(name)) {
      if (ids.has(id) || index.isOwnName(id, name)) ids.add(id);
      else {
        const message = `“${name}”已经是“${index.nameOf(id)}”的别名或牌子，一个名称只能属于一个单位，请只在一处写`;
        remarks.fault({ ...draft.place, field: draft.place.field ?? '别名', value: draft.name, message });
        return null;
      }
    }
  }
  if (ids.size === 0) return unitId(areaId, draft.name);
  if (ids.size === 1) return [...ids][0] as string;
  const names = [...ids].map((id) => index.nameOf(id)).join('、');
  const message = `这一行的名称、别名和牌子分属几个已有的单位：${names}。一个名称只能属于一个单位，请核对`;
  remarks.fault({ ...draft.place, field: draft.place.field ?? '单位名称', value: draft.name, message });
  return null;
}

function settleParents(drafts: readonly UnitDraft[], index: UnitIndex, remarks: Remarks): Map<string, string> {
  const parents = new Map<string, string>();
  for (const draft of drafts) {
    const [id] = index.find(draft.name);
    if (draft.parent === undefined || id === undefined) continue;
    const parent = index.resolve(draft.parent, draft.place, '上级单位', remarks);
    if (parent === null) continue;
    for (let up: string | undefined = parent; up !== undefined; up = parents.get(up)) {
      if (up !== id) continue;
      remarks.fault({
        ...draft.place,
        field: draft.place.field ?? '上级单位',
        value: draft.parent,
        message: '上级单位绕了一圈回到自己，请改正',
      });
      return parents;
    }
    parents.set(id, parent);
  }
  return parents;
}

/** 县应急局 beside 县应急管理局 without either naming the other: perhaps one unit under two names. Asked, never merged. */
function askAboutLookalikes(made: readonly Unit[], all: readonly Unit[], remarks: Remarks): void {
  if (all.length > 2000) return;
  for (const unit of made) {
    for (const other of all) {
      const [short, long] = unit.name.length < other.name.length ? [unit, other] : [other, unit];
      const alike =
        short.kind === long.kind &&
        short.name[0] === long.name[0] &&
        short.name.at(-1) === long.name.at(-1) &&
        abbreviates(short.name, long.name);
      if (alike) remarks.ask(`“${short.name}”和“${long.name}”是同一单位吗？是的话，请只留一行，另一个名称写进“别名”。`);
    }
  }
}
