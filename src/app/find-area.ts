import { MingchaError } from '../core/error.ts';
import { areaAndParents, listAreas } from '../store/areas.ts';
import type { Db } from '../store/schema.ts';
import type { Area } from '../subjects/area.ts';
import { areaByName } from './import/area-of-import.ts';

/** The area a user names: by its name or its id. Throws 'not-found' with the names there are. */
export async function findArea(db: Db, name: string): Promise<Area> {
  const areas = await listAreas(db);
  const found = areas.filter((area) => area.id === name || area.name === name);
  if (found.length === 1) return found[0] as Area;
  const names = areas.map((area) => area.name).join('、');
  if (found.length > 1)
    throw new MingchaError(
      'bad-input',
      `有 ${found.length} 个名为“${name}”的地区。`,
      `请改用编号：${found.map((area) => area.id).join('、')}。`,
    );
  throw new MingchaError(
    'not-found',
    `没有登记名为“${name}”的地区。`,
    names ? `已登记的地区：${names}。` : '请先用 mingcha import 导入底册。',
  );
}

/** Id of the registered area that somebody means, by id, name or whole path (`安徽省/宣城市/郎溪县`); null where it cannot be told. */
export async function areaIdMeant(db: Db, said: string): Promise<string | null> {
  if ((await areaAndParents(db, said)).length > 0) return said;
  const chain = await areaByName(db, said).catch((error: unknown) => {
    if (error instanceof MingchaError) return [];
    throw error;
  });
  const id = chain.at(-1)?.id;
  return id !== undefined && (await areaAndParents(db, id)).length > 0 ? id : null;
}
