import { dateAt } from '../../core/date.ts';
import { type DrawsAsked, listedDraws } from '../../core/lists/draws.ts';
import { DRAW_METHOD } from '../../ledger/draw.ts';
import { DRAW_KIND_NAMES, type DrawKind } from '../../subjects/draw-kind.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewDrawList } from './list-draws.ts';

/** The draws asked for as a workbook, a line each, as the list shows them. */
export async function drawsFileOf(app: App, areaId: string, asked: DrawsAsked & { kind?: DrawKind | undefined }) {
  const rows = listedDraws(await viewDrawList(app, areaId), asked);
  return listFile(app, areaId, {
    ...{ name: '随机抽查记录', day: dateAt(app.now()) },
    rule: `${DRAW_METHOD}（每一次抽取都列出；同一种子、同一名单抽取结果相同）`,
    filters: [
      ['事由、种子、抽取人', asked.q],
      ['抽取什么', asked.kind && DRAW_KIND_NAMES[asked.kind]],
    ],
    head: ['事由', '抽取什么', '抽取日期', '抽取人', '种子', '名单', '抽中', '未参加', '已复查', '不合格', '复查前撤销', '公开', '演算'],
    widths: [36, 12, 12, 14, 24, 10, 10, 10, 10, 10, 12, 10, 10],
    rows: rows.map((row) => [
      ...[row.purpose, row.kindName, dateAt(row.madeAt), row.madeBy, row.seed, row.population, row.drawn, row.excluded],
      ...[row.results?.done ?? null, row.results?.failed ?? null, row.results?.released ?? null],
      ...[row.published ? '已公开' : '未公开', row.holds ? '一致' : '不一致'],
    ]),
  });
}
