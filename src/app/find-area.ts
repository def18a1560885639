import { MingchaError } from '../core/error.ts';
import { listAreas } from '../store/areas.ts';
import type { Db } from '../store/schema.ts';
import type { Area } from '../subjects/area.ts';

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
