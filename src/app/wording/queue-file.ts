import { dateAt } from '../../core/date.ts';
import type { ReviewFilter } from '../../store/proof-items.ts';
import { LAYERS } from '../../text/finding.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewReviewQueue } from './review-queue.ts';

/** More lines than anybody reads in a spreadsheet; how many were left out is said in it. */
const MOST_LINES = 5_000;
const STATE_NAMES = { open: '待复核', confirmed: '确有错误', dismissed: '不是错误' } as const;

/** 错情复核 as a workbook, narrowed as the list is; an item with the sentence of its first place. */
export async function reviewFile(app: App, areaId: string, filter: ReviewFilter) {
  const { rows, total, hidden, today, sites } = await viewReviewQueue(app, areaId, filter, { number: 1, size: MOST_LINES });
  const left = total > rows.length ? `；只列前${rows.length}条，共${total}条` : '';
  return listFile(app, areaId, {
    day: today,
    name: '错情复核',
    rule: `proof-review/1（疑似错误由程序提出，以人工复核为准；另有把握不大未列的 ${hidden} 条${left}）`,
    filters: [
      ['复核', STATE_NAMES[filter.state]],
      ['网站', filter.siteId && (sites.find(({ code }) => code === filter.siteId)?.name ?? filter.siteId)],
      ['类型', filter.layer && LAYERS[filter.layer]],
      ['等级', filter.severity ? `${filter.severity}级` : null],
      ['查找', filter.words],
      ['把握不大的', filter.unlikely ? '也列出' : null],
    ],
    head: [
      ...['网站', '单位', '类型', '等级', '疑似错误', '建议', '依据', '出现处数', '页面数', '原文', '标题', '网址', '发布日期'],
      ...['首次发现', '复核意见', '复核人', '复核日期'],
    ],
    widths: [26, 24, 14, 6, 20, 20, 40, 8, 8, 60, 30, 40, 12, 12, 16, 10, 12],
    rows: rows.map(({ places: [place], decision, ...row }) => [
      ...[row.site, row.unit, row.layer.name, row.severity, row.string, row.suggestion, row.why, row.placeCount, row.pageCount],
      ...[place?.context ?? null, place?.title ?? null, place?.url ?? null, place?.publishDate ?? null, dateAt(row.firstSeenAt)],
      ...[decision?.name ?? '待复核', decision?.by ?? null, decision?.at ? dateAt(decision.at) : null],
    ]),
  });
}
