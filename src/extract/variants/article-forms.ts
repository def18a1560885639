/** One way in which a content system sets the head of an article, and what its reader sees. */
export interface ArticleForm {
  name: string;
  /** Title, head line and anything else above the body. */
  head: string;
  metas?: string;
  /** Set behind the body: signature, attachments, related lists. */
  tail?: string;
  publishDate: string | null;
  /** Where it was read; absent = visible. */
  dateSource?: 'meta' | 'script' | 'inferred' | 'url' | null;
  source: string | null;
  url?: string;
}

export const ARTICLE_TITLE = '云溪县2022年度政务公开工作要点落实情况通报';
const T = ARTICLE_TITLE;
const D = '2022-12-27';
const index = (rows: string): string => `<table class="xxgk_table"><tbody>${rows}</tbody></table>`;

const COMMON_HEADS: readonly ArticleForm[] = [
  {
    name: 'date, source, views and size of letters on one line',
    head: `<h1>${T}</h1><div class="sp">发布日期：${D} 10:31　来源：县政府办公室　浏览次数：<span id="hits"></span>　字号：<a>大</a> <a>中</a> <a>小</a></div>`,
    publishDate: D,
    source: '县政府办公室',
  },
  {
    name: 'source glued to the counter',
    head: `<div class="bt">${T}</div><div>发布时间：${D}来源：云溪县公安局浏览次数：<script>document.write(getHits());</script></div>`,
    publishDate: D,
    source: '云溪县公安局',
  },
  {
    name: 'spans without blanks',
    head: `<h2>${T}</h2><p><span>来源：县教育局</span><span>作者：办公室</span><span>发布时间：${D}</span><span>点击：128</span></p>`,
    publishDate: D,
    source: '县教育局',
  },
  {
    name: 'list of facts',
    head: `<h1>${T}</h1><ul><li>发布时间：${D} 10:31:22</li><li>信息来源：县财政局</li><li>责任编辑：管理员</li><li>阅读：<b>2022</b></li></ul>`,
    publishDate: D,
    source: '县财政局',
  },
  {
    name: 'dl of facts',
    head: `<h1>${T}</h1><dl><dt>时间：</dt><dd>${D}</dd><dt>来源：</dt><dd>县民政局</dd></dl>`,
    publishDate: D,
    source: '县民政局',
  },
  {
    name: 'index table with made, published and valid days',
    head: `${index(`<tr><td>索 引 号：</td><td>003021/2022-00123</td><td>信息分类：</td><td>通知</td></tr><tr><td>发布机构：</td><td>云溪县人民政府办公室</td><td>成文日期：</td><td>2022-12-20</td></tr><tr><td>生效日期：</td><td>2022-12-21</td><td>发布日期：</td><td>${D}</td></tr><tr><td>废止日期：</td><td>2027-12-20</td><td>文　　号：</td><td>云政办〔2022〕12号</td></tr>`)}<h1>${T}</h1>`,
    publishDate: D,
    source: '云溪县人民政府办公室',
  },
  {
    name: 'index table of th and td with only a made day, head line below the title',
    head: `${index('<tr><th>索引号</th><td>003021/2022-00123</td><th>成文日期</th><td>2022-12-20</td></tr><tr><th>有效性</th><td>有效</td><th>失效日期</th><td>2027-12-31</td></tr>')}<h1>${T}</h1><p>${D} 10:31　来源：县司法局</p>`,
    publishDate: D,
    source: '县司法局',
  },
  {
    name: 'index table with 公开日期 only',
    head: `${index(`<tr><td><b>名称</b></td><td colspan="3">${T}</td></tr><tr><td><b>索引号</b></td><td>1/2022</td><td><b>公开日期</b></td><td>${D}</td></tr><tr><td><b>文号</b></td><td>云政〔2022〕3号</td><td><b>来源</b></td><td>县统计局</td></tr>`)}<div class="title">${T}</div>`,
    publishDate: D,
    source: '县统计局',
  },
  {
    name: 'tag only',
    head: `<h1>${T}</h1>`,
    metas: `<meta name="ArticleTitle" content="${T}"><meta name="PubDate" content="${D} 10:31"><meta name="ContentSource" content="县水务局">`,
    publishDate: D,
    dateSource: 'meta',
    source: '县水务局',
  },
  {
    name: 'tag that differs from the page',
    head: `<h1>${T}</h1><p>发布时间：${D}</p>`,
    metas: `<meta name="ArticleTitle" content="${T}"><meta name="PubDate" content="2023-01-03 10:31">`,
    publishDate: D,
    source: null,
  },
  {
    name: 'script only',
    head: `<h1>${T}</h1><div id="fbsj"></div>`,
    tail: `<script>var pubDate = "${D} 10:31:00"; var docId=123;</script>`,
    publishDate: D,
    dateSource: 'script',
    source: null,
  },
  {
    name: 'linked data only',
    head: `<h1>${T}</h1>`,
    metas: `<script type="application/ld+json">{"@context":"https://schema.org","datePublished":"${D}T10:31:00+08:00"}</script>`,
    publishDate: D,
    dateSource: 'script',
    source: null,
  },
  {
    name: 'address only',
    head: `<h1>${T}</h1>`,
    url: 'http://www.yunxi.gov.cn/zwgk/202212/t20221227_12345.html',
    publishDate: D,
    dateSource: 'url',
    source: null,
  },
  {
    name: 'nothing but a signature',
    head: `<h1>${T}</h1>`,
    tail: '<p style="text-align:right">云溪县人民政府办公室</p><p style="text-align:right">2022年12月20日</p>',
    publishDate: null,
    dateSource: null,
    source: null,
  },
  {
    name: 'signature beside a head line',
    head: `<h1>${T}</h1><p>来源：县林业局　日期：${D}</p>`,
    tail: '<p>云溪县人民政府办公室</p><p>2022年12月20日</p>',
    publishDate: D,
    source: '县林业局',
  },
  {
    name: 'related list with fresher days',
    head: `<h1>${T}</h1><p>发布时间：${D}　来源：县审计局</p>`,
    tail: '<div><h3>相关信息</h3><ul><li><a href="a.htm">云溪县召开政务公开工作推进会议</a><span>2023-01-05</span></li><li><a href="b.htm">云溪县举办政务公开工作业务培训</a><span>2023-01-04</span></li><li><a href="c.htm">县政府办公室发布工作要点</a><span>2023-01-03</span></li></ul></div>',
    publishDate: D,
    source: '县审计局',
  },
  {
    name: 'previous and next with days',
    head: `<h1>${T}</h1><p>发布时间：${D}　来源：县信访局</p>`,
    tail: '<p>上一篇：<a href="a.htm">关于元旦放假安排的通知</a> 2023-01-05</p><p>下一篇：<a href="b.htm">关于开展年度考核工作的通知</a> 2022-12-10</p>',
    publishDate: D,
    source: '县信访局',
  },
  {
    name: 'attachments as a list with days in their names',
    head: `<h1>${T}</h1><p>[发布时间：${D}]　[来源：县住建局]　[字体：大 中 小]　[打印]</p>`,
    tail: '<p>附件：</p><ul><li><a href="a.doc">附件1：2022年12月30日前完成事项清单.doc</a></li><li><a href="b.xls">附件2：责任分解表.xls</a></li></ul>',
    publishDate: D,
    source: '县住建局',
  },
  {
    name: 'slashes and hours without leading zero',
    head: `<h1>${T}</h1><p>发布时间:2022/12/27 8:05:09　来源:县城管局</p>`,
    publishDate: D,
    source: '县城管局',
  },
  {
    name: 'day of the document in brackets under the title',
    head: `<h1>${T}</h1><p>（2022年12月27日）</p>`,
    publishDate: D,
    dateSource: 'inferred',
    source: null,
  },
  {
    name: 'updated beside published',
    head: `<h1>${T}</h1><p>发布时间：${D}　更新时间：2023-01-04　来源：县商务局</p>`,
    publishDate: D,
    source: '县商务局',
  },
  {
    name: 'updated before published',
    head: `<h1>${T}</h1><p>更新时间：2023-01-04 10:00　发布时间：${D} 09:00　来源：县商务局</p>`,
    publishDate: D,
    source: '县商务局',
  },
  {
    name: 'old layout table with fonts',
    head: `<table><tr><td align="center"><font size="5"><b>${T}</b></font></td></tr><tr><td align="center"><font color="#999999">作者：佚名&nbsp;&nbsp;&nbsp;文章来源：本站原创&nbsp;&nbsp;&nbsp;点击数：2022&nbsp;&nbsp;&nbsp;更新时间：${D}</font></td></tr></table>`,
    publishDate: D,
    source: '本站原创',
  },
  {
    name: 'spaced labels',
    head: `<h1>${T}</h1><p>发 布 时 间 ： ${D}　来　　源 ： 县档案局</p>`,
    publishDate: D,
    source: '县档案局',
  },
  {
    name: 'deadline above the body',
    head: `<h1>${T}</h1><p>发布时间：${D}　来源：县人社局</p><p>报名截止时间：2023-01-20</p>`,
    publishDate: D,
    source: '县人社局',
  },
  {
    name: 'calendar of the page head',
    head: `<p>今天是 2023年1月6日 星期五</p><h1>${T}</h1><p>发布时间：${D}</p>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'vertical bars',
    head: `<div class="tit">${T}</div><div>${D} | 来源：县气象局 | 阅读次数：20221</div>`,
    publishDate: D,
    source: '县气象局',
  },
  {
    name: 'time element and labels in em',
    head: `<header><h1>${T}</h1><em>发布时间：</em><time datetime="${D}">${D}</time><em>来源：</em><b>县体育局</b></header>`,
    publishDate: D,
    source: '县体育局',
  },
  {
    name: 'two-digit month without zero',
    head: `<h1>${T}</h1><p>日期：2022-12-7　来源：县文旅局　【字体：大 中 小】</p>`,
    publishDate: '2022-12-07',
    source: '县文旅局',
  },
  {
    name: 'source glued to the date',
    head: `<h1>${T}</h1><p>来源：县农业农村局${D} 10:31</p>`,
    publishDate: D,
    source: '县农业农村局',
  },
];

/** Heads of the content systems of government sites beyond those above. */
const SYSTEM_HEADS: readonly ArticleForm[] = [
  {
    name: 'icons instead of labels',
    head: `<h1>${T}</h1><div><i class="t"></i>${D} 10:31<i class="s"></i>云溪县水利局<i class="v"></i>2022</div>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'editor and reviewers before the day',
    head: `<h1>${T}</h1><p>编辑：张某　初审：李某　终审：王某　发布时间：${D}　来源：县医保局</p>`,
    publishDate: D,
    source: '县医保局',
  },
  {
    name: 'short label 时间 with brackets around',
    head: `<h1>${T}</h1><p>【时间：${D}】【来源：县交通运输局】【字号：大 中 小】</p>`,
    publishDate: D,
    source: '县交通运输局',
  },
  {
    name: 'index block with 发文日期 and 发布日期 in two columns of divs',
    head: `<div class="idx"><div><span>索引号：</span><em>113/2022-01</em></div><div><span>发文日期：</span><em>2022-12-01</em></div><div><span>文号：</span><em>云政办〔2022〕9号</em></div><div><span>发布日期：</span><em>${D}</em></div></div><h1>${T}</h1>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'index table, made and published days in rows of their own',
    head: `${index(`<tr><th>成文日期</th><td>2022年12月01日</td></tr><tr><th>发布日期</th><td>${D}</td></tr><tr><th>有效性</th><td>2027年12月31日前有效</td></tr>`)}<h1>${T}</h1>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'English labels',
    head: `<h1>${T}</h1><p>Published: ${D}　Source: 县外事办</p>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'time of day with the characters of hours and minutes',
    head: `<h1>${T}</h1><p>2022年12月27日 10时31分　来源：县科技局</p>`,
    publishDate: D,
    source: '县科技局',
  },
  {
    name: 'day, source and author on lines of their own',
    head: `<h1>${T}</h1><div>${D}</div><div>来源：县融媒体中心</div><div>作者：记者 刘某</div>`,
    publishDate: D,
    source: '县融媒体中心',
  },
  {
    name: 'day above the title',
    head: `<div class="date">${D}</div><h1>${T}</h1><div>来源：县工信局</div>`,
    publishDate: D,
    source: '县工信局',
  },
  {
    name: 'entry and publication beside each other',
    head: `<h1>${T}</h1><p>录入时间：2022-12-20　发布时间：${D}　来源：县乡村振兴局</p>`,
    publishDate: D,
    source: '县乡村振兴局',
  },
  {
    name: 'published until',
    head: `<h1>${T}</h1><p>发布时间：${D}　公示截止日期：2023-01-31　来源：县生态环境局</p>`,
    publishDate: D,
    source: '县生态环境局',
  },
  {
    name: 'consultation with its time',
    head: `<h1>${T}</h1><p>发布日期：${D}</p><p>征集时间：2022-12-28 至 2023-01-28</p><p>征集单位：县发展改革委</p>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'full-width digits and colon',
    head: `<h1>${T}</h1><p>发布时间：２０２２－１２－２７　来源：县应急局</p>`,
    publishDate: D,
    source: '县应急局',
  },
  {
    name: 'labels and values in dl pairs, made day first',
    head: `<h1>${T}</h1><dl><dt>成文日期</dt><dd>2022-12-01</dd><dt>公开日期</dt><dd>${D}</dd><dt>来源</dt><dd>县机关事务中心</dd></dl>`,
    publishDate: D,
    source: '县机关事务中心',
  },
  {
    name: 'dots between the parts and the label behind a bar',
    head: `<h1>${T}</h1><p>县政务服务局 | 发布日期：2022.12.27 | 访问量：20230105</p>`,
    publishDate: D,
    source: null,
  },
  {
    name: 'PubDate and a day of the document only',
    head: `<h1>${T}</h1><p>（2022年12月20日）</p>`,
    metas: `<meta name="ArticleTitle" content="${T}"><meta name="PubDate" content="${D} 10:31">`,
    publishDate: D,
    dateSource: 'meta',
    source: null,
  },
];

export const ARTICLE_FORMS: readonly ArticleForm[] = [...COMMON_HEADS, ...SYSTEM_HEADS];

const BODY =
  '<p>根据《中华人民共和国政府信息公开条例》有关规定，2022年12月1日至12月20日，县政府办公室组织开展了全县政务公开工作要点落实情况检查。现将有关情况通报如下。</p>' +
  '<p>总的看，各乡镇、各部门认真落实工作要点，重点领域信息公开及时规范，政策解读质量持续提升，互动交流更加顺畅，但仍存在信息更新不及时、内容不准确等问题。</p>'.repeat(
    4,
  );
const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">办事服务</a></li></ul></div>';
const CRUMB =
  '<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/a/">政务公开</a> &gt; <a href="./">通知公告</a> &gt; 正文</div>';
const SIDE = `<div class="side"><h3>最新信息</h3><ul>${Array.from({ length: 8 }, (_, i) => `<li><a href="/n/${i}.htm">省政府部署岁末年初重点工作之${i}</a><span>2023-01-0${5 - (i % 5)}</span></li>`).join('')}</ul></div>`;
const FOOT = '<div class="foot">主办：云溪县人民政府 皖ICP备20221234号-1 网站标识码：3412000001<br>最后更新：2023-01-05</div>';

/** The page around an article head; `side` puts a list of fresher entries before or behind the text. */
export function articlePage(form: ArticleForm, side: 'none' | 'before' | 'behind'): string {
  const main = `<div class="main">${form.head}<div class="con">${BODY}</div>${form.tail ?? ''}</div>`;
  const body = side === 'before' ? SIDE + main : side === 'behind' ? main + SIDE : main;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${T}_通知公告_云溪县人民政府</title>${form.metas ?? ''}</head><body>${MENU}${CRUMB}${body}${FOOT}</body></html>`;
}
