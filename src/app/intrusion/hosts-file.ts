import { dateAt } from '../../core/date.ts';
import { EXTERNAL_DOUBTS } from '../../evidence/intrusion.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { MET_WITHIN_DAYS } from './external-hosts.ts';
import { ROW_STANDINGS } from './list-hosts.ts';
import { type HostsWanted, viewExternalHosts } from './view-hosts.ts';

/** 外链清单 as a workbook: the external sites asked for. */
export async function externalHostsFile(app: App, areaId: string, wanted: HostsWanted) {
  const { rows, sites } = await viewExternalHosts(app, areaId, wanted);
  return listFile(app, areaId, {
    day: await todayOf(app, areaId),
    name: '外部链接清单',
    rule: `external-hosts/1（近${MET_WITHIN_DAYS}天页面链接到的本地区以外的网站；政府域名和公认网站不需研判）`,
    filters: [
      ['网站', wanted.siteId && (sites.find(({ id }) => id === wanted.siteId)?.name ?? wanted.siteId)],
      ['研判', wanted.standing ? ROW_STANDINGS[wanted.standing] : '需要研判的'],
      ['疑点', wanted.doubt && '有'],
      ['域名、标题', wanted.q],
    ],
    head: [
      ...['网站', '外部网站', '研判', '疑点', '地址', '标题', '所在页面数', '所在页面', '首次出现', '最近出现'],
      ...['研判人', '研判时间', '理由'],
    ],
    widths: [26, 26, 14, 24, 40, 30, 10, 50, 12, 12, 10, 12, 30],
    rows: rows.map((row) => [
      ...[
        row.site,
        row.name,
        ROW_STANDINGS[row.standing],
        row.doubts.map((doubt) => EXTERNAL_DOUBTS[doubt]).join('；'),
        row.url,
        row.title,
      ],
      ...[row.foundOnCount, row.foundOn.map(({ url }) => url).join('\n'), dateAt(row.firstSeen), dateAt(row.lastSeen)],
      ...[row.decision?.by ?? null, row.decision ? dateAt(row.decision.at) : null, row.decision?.reason ?? null],
    ]),
  });
}
