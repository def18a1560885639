import { dateAt } from '../../core/date.ts';
import { hostWords } from '../../disclosure/office-record.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { viewActivities } from './activities.ts';
import { areaOf } from './area-of.ts';

/** Activities of a period as a workbook; the copy for the public tells the host by body and post, never by name (seeds U10). */
export async function activitiesFile(app: App, areaId: string, periodId: string | undefined, copy: 'office' | 'public') {
  const [area, { period, rows }] = await Promise.all([areaOf(app, areaId), viewActivities(app, areaId, periodId)]);
  const isPublic = copy === 'public';
  const notes = [
    `${area.name}${period.label}活动${isPublic ? '（对外公开）' : ''}`,
    `统计截止：${dateAt(app.now())}　共 ${rows.length} 项`,
    `规则版本：activities/1（活动后 7 天没有发布的列出${isPublic ? '；不含主持人姓名' : ''}）`,
  ];
  const lines = rows.map(({ name, date, place, unitName, host, posts }) => [
    ...[name, date, place ?? '', unitName ?? '全区域', hostWords(host ?? undefined, isPublic)],
    ...[posts.length, posts[0]?.title ?? ''],
  ]);
  const head = ['活动', '日期', '地点', '主办单位', '领导机构和主持人', '发布条数', '发布标题'];
  const bytes = await listWorkbook([{ name: '活动', notes, head, widths: [36, 12, 20, 24, 36, 10, 44], rows: lines }]);
  return { fileName: `${area.name}${period.label}活动${isPublic ? '（对外）' : ''}.xlsx`, bytes };
}
