import { dateAt } from '../../core/date.ts';
import { hostWords } from '../../disclosure/office-record.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewActivities } from './activities.ts';

/** Activities of a period as a workbook; the copy for the public tells the host by body and post, never by name (seeds U10). */
export async function activitiesFile(app: App, areaId: string, periodId: string | undefined, copy: 'office' | 'public') {
  const { period, rows } = await viewActivities(app, areaId, periodId);
  const isPublic = copy === 'public';
  const lines = rows.map(({ name, date, place, unitName, host, posts }) => [
    ...[name, date, place ?? '', unitName ?? '全区域', hostWords(host ?? undefined, isPublic)],
    ...[posts.length, posts[0]?.title ?? ''],
  ]);
  return listFile(app, areaId, {
    ...{ name: isPublic ? '活动（对外公开）' : '活动', of: period.label, day: dateAt(app.now()) },
    rule: `activities/1（活动后 7 天没有发布的列出${isPublic ? '；不含主持人姓名' : ''}）`,
    filters: [],
    head: ['活动', '日期', '地点', '主办单位', '领导机构和主持人', '发布条数', '发布标题'],
    widths: [36, 12, 20, 24, 36, 10, 44],
    rows: lines,
  });
}
