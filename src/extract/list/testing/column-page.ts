import type { CalendarDate } from '../../../core/date.ts';
import { type PageReading, readPage } from '../../read-page.ts';

/** A page of a column: menu, breadcrumb, side list, the list under test, pager, foot. */
export function column(
  list: string,
  behind = '<div class="page">共 3 页 <a href="index_1.html">下一页</a> <a href="index_2.html">尾页</a></div>',
): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>通知公告_云溪县人民政府</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
<div class="left"><ul><li><a href="/a/">通知公告</a></li><li><a href="/b/">政策文件</a></li><li><a href="/c/">人事信息</a></li></ul></div>
<div class="right">${list}</div>${behind}
<div class="foot">主办单位：云溪县人民政府办公室 网站标识码：3412000001</div></body></html>`;
}

/** That page as the reader gives it back. */
export function read(html: string, today: CalendarDate | null = null): PageReading {
  return readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/index.html', today });
}

export const TITLES = [
  '关于做好秋季森林防火工作的通知',
  '云溪县二〇二二年度部门预算公开说明',
  '关于城区部分路段交通管制的公告',
  '县政府第十二次常务会议召开',
];
