import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { readColumns } from './read-columns.ts';

const HOME = 'https://www.dahe.gov.cn/';
const read = (html: string, url = HOME, options: { siteMap?: boolean; home?: string } = {}) =>
  readColumns(html, { url, home: HOME, ...options });
/** 政务公开>通知公告 /zwgk/tzgg/, one line per sighting of all menus of some sources. */
const lines = (html: string, options: Parameters<typeof read>[2] & { url?: string } = {}): string[] =>
  read(html, options.url, options).menus.flatMap((menu) =>
    menu.map(
      ({ name, url, above }) => `${[...above.map((step) => step.name), name].join('>')} ${url.replace('https://www.dahe.gov.cn', '')}`,
    ),
  );
const HEADLINES = Array.from(
  { length: 12 },
  (_, i) =>
    `<li><a href="/zwgk/tzgg/202212/t20221201_${i}.html">关于做好${i}号节日期间安全生产工作的通知</a><span>2022-12-0${(i % 9) + 1}</span></li>`,
).join('');

const TREE = [
  '政务公开 /zwgk/',
  '政务公开>通知公告 /zwgk/tzgg/',
  '政务公开>政策文件 /zwgk/zcwj/',
  '政务公开>政策文件>规范性文件 /zwgk/zcwj/gfxwj/',
  '政务公开>政策文件>其他文件 /zwgk/zcwj/qtwj/',
  '互动交流 /hdjl/',
  '互动交流>县长信箱 /hdjl/xzxx/',
  '互动交流>意见征集 /hdjl/yjzj/',
];

const MANNERS: Record<string, string> = {
  'nested lists': `<div class="nav"><ul><li><a href="/">首 页</a></li>
    <li><a href="/zwgk/">政务公开</a><ul><li><a href="/zwgk/tzgg/">通知公告</a></li><li><a href="/zwgk/zcwj/">政策文件</a>
      <ul><li><a href="/zwgk/zcwj/gfxwj/">规范性文件</a></li><li><a href="/zwgk/zcwj/qtwj/">其他文件</a></li></ul></li></ul></li>
    <li><a href="/hdjl/">互动交流</a><ul style="display:none"><li><a href="/hdjl/xzxx/">县长信箱</a></li><li><a href="/hdjl/yjzj/">意见征集</a></li></ul></li></ul></div>`,
  'lists closed one item too soon': `<div id="menu"><ul><li><a href="index.html">首页</a></li>
    <li><a href="/zwgk/">政务公开</a></li><ul><li><a href="/zwgk/tzgg/">通知公告</a></li><li><a href="/zwgk/zcwj/">政策文件</a></li>
      <ul><li><a href="/zwgk/zcwj/gfxwj/">规范性文件</a></li><li><a href="/zwgk/zcwj/qtwj/">其他文件</a></li></ul></ul>
    <li><a href="/hdjl/">互动交流</a></li><ul><li><a href="/hdjl/xzxx/">县长信箱</a></li><li><a href="/hdjl/yjzj/">意见征集</a></li></ul></ul></div>`,
  'mega menu of definition lists': `<nav class="mega"><div class="item"><h3><a href="/zwgk/">政务公开</a></h3><div class="panel"><div class="pic"><img src="a.jpg"></div>
      <p class="one"><a href="/zwgk/tzgg/">通知公告</a></p><dl><dt><a href="/zwgk/zcwj/">政策文件</a></dt><dd><a href="/zwgk/zcwj/gfxwj/">规范性文件</a> | <a href="/zwgk/zcwj/qtwj/">其他文件</a></dd></dl></div></div>
    <div class="item"><h3><a href="/hdjl/">互动交流</a></h3><div class="panel"><a href="/hdjl/xzxx/">县长信箱</a><a href="/hdjl/yjzj/">意见征集</a></div></div></nav>`,
  'boxes with class names only': `<div class="m"><div class="one"><div class="t"><a href="/zwgk/">政务公开</a></div><div class="c"><div class="k"><a href="/zwgk/tzgg/">通知公告</a></div>
      <div class="k"><a href="/zwgk/zcwj/">政策文件</a><div class="s"><a href="/zwgk/zcwj/gfxwj/">规范性文件</a><a href="/zwgk/zcwj/qtwj/">其他文件</a></div></div></div></div>
    <div class="one"><div class="t"><a href="/hdjl/">互动交流</a></div><div class="c"><a href="/hdjl/xzxx/">县长信箱</a><a href="/hdjl/yjzj/">意见征集</a></div></div></div>`,
  'zTree with parent ids': `<ul id="tree" class="ztree"></ul><script>var setting={data:{simpleData:{enable:true}}};
    var zNodes=[{id:0,pId:-1,name:"网站首页",open:true},{id:1,pId:0,name:'政务公开',url:"/zwgk/",open:true},
    {id:2,pId:1,name:"通知公告",url:"/zwgk/tzgg/",icon:ctx+"/img/a.png"},{id:3,pId:1,name:"政策文件",url:"/zwgk/zcwj/"}, // 文件
    {id:31,pId:3,name:"规范性文件",url:"/zwgk/zcwj/gfxwj/"},{id:32,pId:3,name:"其他文件",url:"\\/zwgk\\/zcwj\\/qtwj\\/"},
    {id:4,pId:0,name:"互动交流",url:"/hdjl/"},{id:5,pId:4,name:"县长信箱",url:"/hdjl/xzxx/",target:"_self"},{id:6,pId:4,name:"\\u610f\\u89c1\\u5f81\\u96c6",url:"/hdjl/yjzj/"},];
    $(function(){$.fn.zTree.init($("#tree"),setting,zNodes);});</script>`,
  'nested JSON': `<div id="side"></div><script type="application/json">{"code":0,"data":[{"title":"政务公开","href":"/zwgk/","children":[
    {"title":"通知公告","href":"/zwgk/tzgg/","children":null},{"title":"政策文件","href":"/zwgk/zcwj/","children":[{"title":"规范性文件","href":"/zwgk/zcwj/gfxwj/"},{"title":"其他文件","href":"/zwgk/zcwj/qtwj/"}]}]},
    {"title":"互动交流","href":"/hdjl/","children":[{"title":"县长信箱","href":"/hdjl/xzxx/"},{"title":"意见征集","href":"/hdjl/yjzj/"}]}]}</script>`,
  dTree: `<script>d = new dTree('d'); d.add(0,-1,'网站地图'); d.add(1,0,'政务公开','/zwgk/','','mainFrame'); d.add(2,1,"通知公告","/zwgk/tzgg/");
    d.add(3,1,'政策文件','/zwgk/zcwj/'); d.add(4,3,'规范性文件','/zwgk/zcwj/gfxwj/'); d.add(5,3,'其他文件','/zwgk/zcwj/qtwj/');
    d.add(6,0,'互动交流','/hdjl/'); d.add(7,6,'县长信箱','/hdjl/xzxx/'); d.add(8,6,'意见征集','/hdjl/yjzj/'); document.write(d);</script>`,
};

describe('menus in the manners of content systems', () => {
  it.each(Object.entries(MANNERS))('%s', (_name, html) => {
    const page = `<body><div class="logo"><a href="/"><img alt="大河县人民政府"></a></div>${html}<ul class="list">${HEADLINES}</ul>
      <div class="foot"><a href="/wzdt/">网站地图</a><a href="/lxwm/">联系我们</a>主办：大河县人民政府办公室</div></body>`;
    expect(lines(page)).toEqual(TREE);
  });
});

describe('site maps', () => {
  it('a table: names of groups in the first cell, columns in the second', () => {
    const page = `<table><tr><td>政务公开</td><td><a href="/zwgk/tzgg/">通知公告</a>　<a href="/zwgk/zcwj/">政策文件</a></td></tr>
      <tr><th><a href="/hdjl/">互动交流</a></th><td><a href="/hdjl/xzxx/">县长信箱</a></td></tr></table>`;
    expect(lines(page, { siteMap: true })).toEqual([
      '政务公开>通知公告 /zwgk/tzgg/',
      '政务公开>政策文件 /zwgk/zcwj/',
      '互动交流 /hdjl/',
      '互动交流>县长信箱 /hdjl/xzxx/',
    ]);
  });

  it('headings with paragraphs of links below', () => {
    const page = `<div class="map"><h1>网站地图</h1><h2>政务公开</h2><p><a href="/zwgk/tzgg/">通知公告</a> <a href="/zwgk/zcwj/">政策文件</a></p>
      <h2><a href="/hdjl/">互动交流</a></h2><p><a href="/hdjl/xzxx/">县长信箱</a> <a href="/hdjl/yjzj/">意见征集</a></p></div>`;
    expect(lines(page, { siteMap: true })).toEqual([
      '政务公开>通知公告 /zwgk/tzgg/',
      '政务公开>政策文件 /zwgk/zcwj/',
      '互动交流 /hdjl/',
      '互动交流>县长信箱 /hdjl/xzxx/',
      '互动交流>意见征集 /hdjl/yjzj/',
    ]);
  });

  it('the name of the site on its logo heads nothing', () => {
    const page = `<div class="top"><div class="logo"><a href="/index.html"><img alt="大河县应急局信息公开网站"></a></div>
      <div class="map"><ul><li><a href="/a/">工作动态</a></li><li><a href="/b/">通知公告</a></li><li><a href="/c/">政策文件</a></li></ul></div></div>`;
    expect(lines(page, { siteMap: true })).toEqual(['工作动态 /a/', '通知公告 /b/', '政策文件 /c/']);
  });

  it('a heading that leads to another site still heads what is ours', () => {
    const page = `<ul><li><a href="https://zwfw.example.gov.cn/">政务服务</a><ul><li><a href="/bszn/">办事指南</a></li><li><a href="/jggs/">结果公示</a></li></ul></li>
      <li><a href="/gzdt/">工作动态</a></li></ul>`;
    expect(lines(page, { siteMap: true })).toEqual(['政务服务>办事指南 /bszn/', '政务服务>结果公示 /jggs/', '工作动态 /gzdt/']);
  });

  it('whole paths as link texts', () => {
    const page = `<p><a href="/a/">财政资金—财政专项资金管理和使用情况—资金管理制度</a></p><p><a href="/b/">政策解读 &gt; 上级政策解读</a></p><p><a href="/c/">工作动态</a></p>`;
    expect(lines(page, { siteMap: true })).toEqual([
      '财政资金>财政专项资金管理和使用情况>资金管理制度 /a/',
      '政策解读>上级政策解读 /b/',
      '工作动态 /c/',
    ]);
  });

  it('is found by what its link says, with frames and scripts of menu data', () => {
    const page = `<a href="/wzdt.html"> 网站地图 </a><iframe src="/gkml/tree.html"></iframe><iframe src="https://tv.example.com/"></iframe>
      <script src="/js/jquery.ztree.core.min.js"></script><script src="/js/tree_data.js"></script>`;
    const { siteMaps, frames, scripts } = read(page);
    expect({ siteMaps, frames, scripts }).toEqual({
      siteMaps: [`${HOME}wzdt.html`],
      frames: [`${HOME}gkml/tree.html`],
      scripts: [`${HOME}js/tree_data.js`],
    });
  });
});

describe('what is no column stays out', () => {
  const menu = (links: string) =>
    `<div class="nav"><a href="/zwgk/tzgg/">通知公告</a><a href="/zwgk/gzdt/">工作动态</a><a href="/zwgk/zcwj/">政策文件</a>${links}</div><ul>${HEADLINES}</ul>`;
  const KNOWN = ['通知公告 /zwgk/tzgg/', '工作动态 /zwgk/gzdt/', '政策文件 /zwgk/zcwj/'];

  it.each([
    [
      'links of the frame',
      '<a href="/login">登录</a><a href="/wza/">无障碍浏览</a><a href="/en/">English</a><a href="/lxwm/">联系我们</a><a href="/big5/">繁體</a>',
    ],
    [
      'other sites',
      '<a href="https://www.gov.cn/">中国政府网</a><a href="https://zwfw.ah.gov.cn/">政务服务</a><a href="https://yjj.dahe.gov.cn/">信息公开</a>',
    ],
    [
      'single texts and files',
      '<a href="/zwgk/zn/202001/t20200101_1.html">信息公开指南</a><a href="/upload/a.pdf">年度报告</a><a href="/info/1034/55.htm">机构职能</a>',
    ],
    ['the home page by any address', '<a href="/index.html">政务要闻</a><a href="https://dahe.gov.cn">政府门户</a>'],
    ['scripts and fragments', '<a href="javascript:;">政务公开</a><a href="#top">财政信息</a><a href="mailto:a@b.cn">政府邮箱</a>'],
  ])('%s', (_name, links) => {
    expect(lines(menu(links))).toEqual(KNOWN);
  });

  it('departments and towns of a portal', () => {
    const units = ['县教体局', '县住建局', '县应急局', '大河镇', '小河乡']
      .map((name, i) => `<li><a href="/bm/${i}/">${name}</a></li>`)
      .join('');
    expect(lines(`<div>${menu('')}</div><h3>部门乡镇公开</h3><ul>${units}</ul>`)).toEqual(KNOWN);
  });

  it('lists of titles and of people', () => {
    const people = ['张三', '李四', '王五', '赵六'].map((name, i) => `<li><a href="/ld/${i}/">${name}</a></li>`).join('');
    expect(lines(`<ul>${HEADLINES}</ul><div><ul>${people}</ul></div>`)).toEqual([]);
  });

  it('columns of the portal, where the site lives in a folder of it', () => {
    const page = `<div class="nav"><a href="/zwgk/">政务公开</a><a href="/zjj/tzgg/">通知公告</a><a href="/zjj/gzdt/">工作动态</a><a href="/zjj/zcwj/">政策文件</a></div>`;
    const home = `${HOME}zjj/`;
    expect(lines(page, { url: home, home })).toEqual(['通知公告 /zjj/tzgg/', '工作动态 /zjj/gzdt/', '政策文件 /zjj/zcwj/']);
  });
});

it('keeps columns on the portal’s own host for disclosure', () => {
  const page = '<div><a href="https://zwgk.dahe.gov.cn/tzgg/">通知公告</a><a href="/gzdt/">工作动态</a><a href="/zcwj/">政策文件</a></div>';
  expect(lines(page)[0]).toBe('通知公告 https://zwgk.dahe.gov.cn/tzgg/');
});

it('reads pictures, click handlers and cut names', () => {
  const page = `<div class="nav"><a href="/a/"><img src="a.png" alt="政务公开"></a><a href="javascript:void(0)" onclick="window.open('/b/')">工作动态</a>
    <li onclick="location.href='/c/'">通知公告</li><a href="/d/" title="财政专项资金管理和使用情况">财政专项资金管…</a></div>`;
  expect(lines(page)).toEqual(['政务公开 /a/', '工作动态 /b/', '通知公告 /c/', '财政专项资金管理和使用情况 /d/']);
});

it('reads blocks of a front page: heading and 更多, before or behind the entries', () => {
  const page = `<div class="b"><h2><span>工作动态</span><a class="more" href="/gzdt/">更多&gt;&gt;</a></h2><ul>${HEADLINES}</ul></div>
    <table><tr><th>通知公告</th><th><a href="/tzgg/">MORE</a></th></tr><tr><td colspan="2"><ul>${HEADLINES}</ul></td></tr></table>
    <div class="b"><div>政策解读</div><ul>${HEADLINES}</ul><p><a href="/zcjd/">查看更多</a></p></div>
    <div class="tabs"><span>图片新闻</span><a href="/x/">更多</a><span>视频新闻</span><a href="/y/">更多</a></div>`;
  expect(lines(page)).toEqual(['工作动态 /gzdt/', '通知公告 /tzgg/', '政策解读 /zcjd/']);
});

describe('breadcrumbs', () => {
  it.each([
    ['当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/tzgg/">通知公告</a>', ['政务公开', '通知公告']],
    ['<a href="/">首页</a><i>/</i><span>政务公开</span><i>/</i><span>通知公告</span>', ['政务公开', '通知公告']],
    ['您现在的位置：<a href="/">网站首页</a> -&gt; 本级政策解读 -&gt; 负责人解读', ['本级政策解读', '负责人解读']],
    ['您的位置: <a href="/">首页</a> » 政务公开 » 通知公告 » 列表', ['政务公开', '通知公告']],
    ['今天是2022年12月27日', []],
  ])('%s', (html, expected) => {
    expect(read(`<div class="pos">${html}</div><ul>${HEADLINES}</ul>`, `${HOME}zwgk/tzgg/`).trail.map((step) => step.name)).toEqual(
      expected,
    );
  });
});

describe('hostile pages', () => {
  it.each([
    ['150,000 links', Array.from({ length: 150_000 }, (_, i) => `<a href="/c${i}/">政务公开栏目</a>`).join('')],
    ['50,000 更多 links', '<b>工作动态</b><a href="/a/">更多</a>'.repeat(50_000)],
    ['a long run of letters in a click', `<a onclick="${'go'.repeat(500_000)}">政务公开</a>`],
    ['a megabyte of blanks in a name', `<a href="/a/">政务${' '.repeat(1_000_000)}公开</a>`],
    [
      'a chain of 30,000 parents',
      `<script>var z=[${Array.from({ length: 30_000 }, (_, i) => `{id:${i + 1},pId:${i},name:"政务公开",url:"/${i}/"}`).join()}]</script>`,
    ],
    ['deep nesting', '<ul><li><a href="/a/">政务公开</a>'.repeat(20_000)],
    ['an endless array', `<script>var a=[${'{name:"政务公开",children:['.repeat(50_000)}</script>`],
    ['many broken arrays', `<script>${'[{a:'.repeat(100_000)}</script>`],
    [
      'a ring of parents',
      `<script>var z=[{id:1,pId:2,name:"政务公开",url:"/a/"},{id:2,pId:1,name:"通知公告",url:"/b/"},{id:3,pId:3,name:"工作动态",url:"/c/"}]</script>`,
    ],
    ['addresses nobody can parse', '<a href="http://[::1">政务公开</a><a href="//">通知公告</a><a href="http://%zz/">工作动态</a>'],
  ])('%s', (_name, html) => {
    const began = cpuMs();
    expect(Array.isArray(read(html).menus)).toBe(true);
    expect(cpuMs() - began).toBeLessThan(20_000);
  });
});
