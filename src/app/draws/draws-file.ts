import { dateAt } from '../../core/date.ts';
import { DRAW_METHOD } from '../../ledger/draw.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewDrawList } from './list-draws.ts';

/** Every draw of an area as a workbook, a line each, as the list shows them. */
export async function drawsFileOf(app: App, areaId: string) {
  const rows = await viewDrawList(app, areaId);
  return listFile(app, areaId, {
    ...{ name: '随机抽查记录', day: dateAt(app.now()) },
    rule: `${DRAW_METHOD}（每一次抽取都列出；同一种子、同一名单抽取结果相同）`,
    head: ['事由', '抽取什么', '抽取日期', '抽取人', '种子', '名单', '抽中', '未参加', '已复查', '不合格', '公开', '演算'],
    widths: [36, 12, 12, 14, 24, 10, 10, 10, 10, 10, 10, 10],
    rows: rows.map((row) => [
      ...[row.purpose, row.kindName, dateAt(row.madeAt), row.madeBy, row.seed, row.population, row.drawn, row.excluded],
      ...[row.results?.done ?? null, row.results?.failed ?? null, row.published ? '已公开' : '未公开', row.holds ? '一致' : '不一致'],
    ]),
  });
}
