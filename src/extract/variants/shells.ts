/** Surroundings of a list: what stands beside it must neither be taken for it nor be mixed into it. */
export interface Shell {
  name: string;
  wrap: (list: string) => string;
  /** Fewer entries than this cannot be told from something else here. */
  least?: number;
}

const MENU = `<div class="top"><div class="logo"><img src="/logo.png" alt="云溪县人民政府"></div><div class="nav"><ul><li><a href="/">首 页</a></li><li><a href="/zjyx/">走进云溪</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zmhd/">政民互动</a></li><li><a href="/zwfw/">政务服务</a></li></ul></div><span>今天是2023年1月6日 星期五</span></div>`;
const CRUMB = `<div class="dqwz">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="./">通知公告</a></div>`;
const COLUMNS = `<div class="leftnav"><h2>政务公开</h2><ul><li><a href="/a/">政府信息公开指南</a></li><li><a href="/b/">政府信息公开制度</a></li><li><a href="/c/">法定主动公开内容</a></li><li><a href="/d/">政府信息公开年度报告</a></li></ul></div>`;
const PAGER = `<div class="pages"><a>首页</a><a>上一页</a><b>1</b><a href="index_1.html">2</a><a href="index_2.html">3</a><a href="index_1.html">下一页</a><a href="index_9.html">尾页</a> 共10页</div>`;
const FOOT = `<div class="foot"><div class="yqlj"><a href="http://a.gov.cn">省政府门户网站</a><a href="http://b.gov.cn">市政府门户网站</a></div><p>主办：云溪县人民政府 承办：云溪县人民政府办公室 网站标识码：3412000001 皖ICP备20221234号-1 皖公网安备 34120002000123号</p><p>建议使用1024*768分辨率 更新日期：2023-01-05</p></div>`;

/** Entries that stand beside: all fresher than those of the list under test. */
const beside = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `<li><a href="/other/${i}.htm">省委召开全省领导干部会议部署之${i + 1}</a><span>2023-01-0${5 - (i % 4)}</span></li>`,
  ).join('');
const besideMonthDay = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `<li><a href="/other/${i}.htm">国务院关于某项工作的通知之${i + 1}</a><em>01-0${5 - (i % 4)}</em></li>`,
  ).join('');

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>通知公告_云溪县人民政府</title><meta name="SiteName" content="云溪县人民政府"><meta name="ColumnName" content="通知公告"></head><body>${body}</body></html>`;

export const SHELLS: readonly Shell[] = [
  { name: 'alone', wrap: (list) => page(`${MENU}${CRUMB}<div class="con">${list}</div>${PAGER}${FOOT}`) },
  {
    name: 'columns at the left',
    wrap: (list) => page(`${MENU}${CRUMB}${COLUMNS}<div class="right"><h2>通知公告</h2>${list}${PAGER}</div>${FOOT}`),
  },
  {
    name: 'fresh side list before, with a heading',
    wrap: (list) =>
      page(
        `${MENU}${CRUMB}${COLUMNS}<div class="box1"><h3>热点推荐</h3><ul>${beside(8)}</ul></div><div class="r1">${list}${PAGER}</div>${FOOT}`,
      ),
  },
  {
    name: 'fresh side list before, with a neutral heading',
    wrap: (list) =>
      page(`${MENU}${CRUMB}<div class="box1"><h3>要闻速递</h3><ul>${beside(6)}</ul></div><div class="r1">${list}${PAGER}</div>${FOOT}`),
  },
  {
    name: 'fresh side list behind, with a neutral heading',
    wrap: (list) =>
      page(`${MENU}${CRUMB}<div class="r1">${list}${PAGER}</div><div class="box1"><h3>要闻速递</h3><ul>${beside(6)}</ul></div>${FOOT}`),
  },
  {
    name: 'fresh side list before, its heading a picture',
    wrap: (list) =>
      page(
        `${MENU}${CRUMB}<div><div class="l"><img src="/images/yw_title.jpg"><ul>${beside(6)}</ul></div><div class="r1"><img src="/images/tzgg_title.jpg">${list}</div></div>${PAGER}${FOOT}`,
      ),
  },
  {
    name: 'side list of days without year behind',
    wrap: (list) =>
      page(`${MENU}${CRUMB}<div class="r1">${list}</div>${PAGER}<div><p>图片新闻</p><ul>${besideMonthDay(5)}</ul></div>${FOOT}`),
  },
  {
    name: 'layout table of two cells, side list in the first',
    wrap: (list) =>
      page(
        `${MENU}<table><tr><td colspan="2">${CRUMB}</td></tr><tr><td valign="top"><table><tr><td>最新文章</td></tr><tr><td><ul>${beside(6)}</ul></td></tr></table></td><td valign="top">${list}<div>${PAGER}</div></td></tr></table>${FOOT}`,
      ),
  },
  {
    name: 'carousel above the breadcrumb, doubled in the page',
    wrap: (list) =>
      page(
        `${MENU}<div class="swiper"><ul>${beside(3)}</ul><ul>${beside(3)}</ul></div>${CRUMB}<div class="r1">${list}</div>${PAGER}${FOOT}`,
      ),
  },
  {
    name: 'a hidden twin for phones',
    least: 3,
    wrap: (list) => page(`${MENU}${CRUMB}<div class="pc">${list}</div><div class="wap" style="display:none">${list}</div>${PAGER}${FOOT}`),
  },
  {
    name: 'pager printed by script',
    wrap: (list) =>
      page(
        `${MENU}${CRUMB}<div class="box1"><h3>要闻速递</h3><ul>${beside(6)}</ul></div><div>${list}<script>createPageHTML(10, 0, "index", "html");</script></div>${FOOT}`,
      ),
  },
  {
    name: 'search form and number of entries above',
    wrap: (list) =>
      page(
        `${MENU}${CRUMB}<form><input name="q"><select><option>2022-12</option></select></form><p>共 188 条 每页 18 条</p>${list}<div><a href="2.htm">后一页</a></div>${FOOT}`,
      ),
  },
];

/** What becomes of the class names: rules that lean on them must not be needed. */
export const NAMINGS: Readonly<Record<'as written' | 'random' | 'none', (html: string) => string>> = {
  'as written': (html) => html,
  random: (html) => html.replace(/ class="([^"]*)"/g, (_, names: string) => ` class="${names.split(' ').map(scramble).join(' ')}"`),
  none: (html) => html.replace(/ class="[^"]*"/g, ''),
};

function scramble(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 1_679_616;
  return `k${hash.toString(36)}`;
}
