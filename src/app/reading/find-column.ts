import { MingchaError } from '../../core/error.ts';
import { readRegister } from '../../store/register.ts';
import { type Column, columnName } from '../../subjects/column.ts';
import type { App } from '../open.ts';

/** The column a person names: by its address, its id, or its printed name when that is unique in the area. */
export async function findColumn(app: Pick<App, 'db'>, areaId: string, text: string): Promise<Column & { url: string }> {
  const { columns } = await readRegister(app.db, areaId);
  const found = columns.filter((column) => column.url === text || column.id === text || columnName(column.path) === text);
  const [column] = found;
  if (found.length > 1)
    throw new MingchaError('bad-input', `有 ${found.length} 个栏目叫“${text}”。`, `请改用编号：${found.map(({ id }) => id).join('、')}。`);
  if (column === undefined)
    throw new MingchaError('not-found', `底册中没有栏目“${text}”。`, '请写底册登记的栏目网址、编号或名称（如 本级政策解读—负责人解读）。');
  if (column.url === null)
    throw new MingchaError('refused', `栏目“${columnName(column.path)}”没有登记网址。`, '请先在底册中填写它的网址。');
  return { ...column, url: column.url };
}
