import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';

function read(main: string, head = '') {
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>通知公告_云溪县人民政府</title><meta name="ColumnName" content="通知公告">${head}</head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
<div class="main">${main}</div>
<div class="foot">主办单位：云溪县人民政府办公室 网站标识码：3412000001 地址：云溪县人民路一号 电话：0558-1234567 技术支持：云溪县大数据中心，欢迎访问本网站并提出宝贵意见，您的意见是我们改进工作的动力，浏览本网站建议使用较新的浏览器，以获得更好的显示效果，谢谢您的支持与配合。</div></body></html>`;
  const page = readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/' });
  return [page.kind, page.listState, page.list.length];
}

describe('an empty column says so', () => {
  it.each([
    '<ul class="list">暂无信息</ul>',
    '<ul><li>此栏目暂无任何新增信息</li></ul>',
    '<div class="nodata">暂无数据！</div>',
    '<p>对不起，没有找到相关信息</p>',
    '<p>该栏目下没有内容</p>',
    '<div>栏目建设中……</div>',
    '<ul class="newslist"></ul><div class="page">共0条 1/1</div>',
    '<ul class="news_list"></ul>',
    '<div class="list"><table><tbody></tbody></table></div>',
    '<ul class="list">暂无信息</ul><script>$.ajax({url:"/counter.jsp"})</script>',
    '<ul class="list"></ul><script src="/js/gxq.js"></script><script>createPageHTML(1, 0, "index", "html");</script>',
  ])('%s', (main) => {
    expect(read(main)).toEqual(['column-list', 'empty', 0]);
  });
});

describe('a list that a script builds is not empty', () => {
  it.each([
    '<ul id="list"></ul><script>$.ajax({url:"/api/list",success:function(d){}})</script>',
    '<ul id="newsList"></ul><script>$.getJSON("data.json",function(d){})</script>',
    '<div id="223"></div><script>$("#223").jpage({url:"/module/web/jpage/dataproxy.jsp",perPage:15})</script>',
    '<ul><li v-for="item in list"><a :href="item.url">{{item.title}}</a><span>{{item.date}}</span></li></ul>',
    '<ul><li v-for="i in list"><a>x</a></li></ul><div v-if="list.length==0">暂无数据</div>',
    '<ul id="l"></ul><script type="text/html" id="tpl"><li><a href="{{url}}">{{title}}</a></li></script>',
    '<ul id="l"></ul><div class="none">暂无数据</div><script>function loadList(){$.post("/queryList.do")}</script>',
    '<div id="app"></div><script src="/static/js/app.js"></script>',
  ])('%s', (main) => {
    expect(read(main).slice(1)).toEqual(['script-built', 0]);
  });
});

describe('what cannot be told is not called empty', () => {
  it.each(['<div class="con"><img src="/a.jpg"></div>', '<p>欢迎</p>', '<ul class="list"></ul><script src="/js/gxq.js"></script>'])(
    '%s',
    (main) => {
      expect(read(main)[1]).toBe('unreadable');
    },
  );
  it('an article that says 暂无 in a sentence', () => {
    const body = '<p>目前暂无相关统计数据，各单位应当按照要求抓紧填报，并于月底前将结果报送县政府办公室，逾期未报送的予以通报批评。</p>';
    expect(read(`<h1>关于报送统计数据的通知</h1><p>发布时间：2022-12-27</p>${body.repeat(4)}`)[1]).not.toBe('empty');
  });
});
