import { MingchaError } from '../../core/error.ts';
import { areaAndParents, findAreasByName } from '../../store/areas.ts';
import type { Db } from '../../store/schema.ts';
import { type Area, type AreaLevel, areaId } from '../../subjects/area.ts';

const LEVELS: readonly (readonly [RegExp, AreaLevel])[] = [
  [/(省|自治区|特别行政区)$/, 'province'],
  [/^(北京市|天津市|上海市|重庆市)$/, 'province'],
  [/(县|区|旗)$/, 'county'],
  [/(市|地区|盟|州)$/, 'city'],
  [/(镇|乡|街道)$/, 'township'],
];

/** Area and those above it, the topmost first; those not yet registered are made here but not written. */
async function areaById(db: Db, id: string): Promise<Area[]> {
  const chain = await areaAndParents(db, id);
  if (chain.length === 0) throw new MingchaError('not-found', `没有编号为 ${id} 的地区`, '请先用地区名称导入一次。');
  return chain;
}

/**
 * The area of a name, `郎溪县` or with those above it `安徽省/宣城市/郎溪县`: the registered one where there is one, else new.
 * @throws bad-input when the name does not tell a level, conflict when several areas bear it.
 */
export async function areaByName(db: Db, name: string, level?: AreaLevel): Promise<Area[]> {
  const names = name.split(/[/／>＞—\s]+/).filter((part) => part !== '');
  const own = names.at(-1);
  if (own === undefined) throw new MingchaError('bad-input', '没有写地区名称', '请写明地区，如：郎溪县，或 安徽省/宣城市/郎溪县。');
  const chains: Area[][] = [];
  for (const area of await findAreasByName(db, own)) chains.push(await areaAndParents(db, area.id));
  // One registered without anything above it is taken for the same: nothing contradicts it.
  const fitting = chains.filter(
    (chain) => chain.length === 1 || names.slice(0, -1).every((above) => chain.some((area) => area.name === above)),
  );
  if (fitting.length === 1) return fitting[0] as Area[];
  if (fitting.length > 1) {
    const list = fitting.map((chain) => chain.map((area) => area.name).join('/')).join('、');
    throw new MingchaError('conflict', `有几个地区都叫“${own}”：${list}`, '请连同上级地区一起写。');
  }
  return newChain(db, names, level);
}

/** The area a request names, topmost first. @throws bad-input when it names none. */
export async function chosenArea(db: Db, { areaId, areaName }: { areaId?: string; areaName?: string }): Promise<Area[]> {
  const chosen = await statedArea(db, { areaId, areaName });
  if (chosen) return chosen;
  throw new MingchaError('bad-input', '没有写明导入到哪个地区', '请写明地区，如：郎溪县，或 安徽省/宣城市/郎溪县。');
}

/** The area a request names, or null when it leaves that to the file. */
export async function statedArea(db: Db, request: { areaId?: string; areaName?: string }): Promise<Area[] | null> {
  if (request.areaId !== undefined) return areaById(db, request.areaId);
  return request.areaName !== undefined ? areaByName(db, request.areaName) : null;
}

async function newChain(db: Db, names: readonly string[], level: AreaLevel | undefined): Promise<Area[]> {
  let chain: Area[] = [];
  for (const [i, name] of names.entries()) {
    const known = (await findAreasByName(db, name)).find((area) => area.parentId === (chain.at(-1)?.id ?? area.parentId));
    if (known && i < names.length - 1) {
      chain = await areaAndParents(db, known.id);
      continue;
    }
    const parent = chain.at(-1) ?? null;
    const stated = i === names.length - 1 ? level : undefined;
    chain = [
      ...chain,
      { id: areaId(name, parent?.id ?? null), name, level: stated ?? levelOf(name, parent), parentId: parent?.id ?? null },
    ];
  }
  return chain;
}

function levelOf(name: string, parent: Area | null): AreaLevel {
  const level = LEVELS.find(([ending]) => ending.test(name))?.[1];
  if (!level) throw new MingchaError('bad-input', `看不出“${name}”是省、市还是县`, '地区请写全名，如：郎溪县、湘潭市、安徽省。');
  // A 市 under a city is a county-level one: 湘潭市/湘乡市.
  return level === 'city' && parent?.level === 'city' ? 'county' : level;
}
