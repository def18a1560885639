import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { SHELLS } from './shells.ts';

/** How columns without entries say so, and what only looks like it. */
const CASES: readonly [html: string, state: 'empty' | 'script-built' | 'unreadable'][] = [
  ['<div class="list">暂无内容</div>', 'empty'],
  ['<ul><li>暂无相关信息！</li></ul>', 'empty'],
  ['<table><tr><td>没有找到相关记录</td></tr></table>', 'empty'],
  ['<p>该栏目暂无信息，敬请关注。</p>', 'empty'],
  ['<div>本栏目内容正在建设中</div>', 'empty'],
  ['<div>栏目正在维护中，请稍后访问</div>', 'unreadable'],
  ['<div>当前栏目没有数据</div>', 'empty'],
  ['<table><tr><td>标题</td><td>发布日期</td></tr><tr><td colspan="2">无数据</td></tr></table>', 'empty'],
  ['<div>暂未发布信息</div>', 'empty'],
  ['<div>此栏目下没有信息</div>', 'empty'],
  ['<p>共有 0 条信息</p>', 'empty'],
  ['<p>总记录数：0</p>', 'empty'],
  ['<div id="app"><div>加载中...</div></div><script>axios.get("/api/article/list")</script>', 'script-built'],
  ['<ul id="list"></ul><p>数据加载中，请稍候</p><script>$.post("/getInfoList.do")</script>', 'script-built'],
  ['<ul><li ng-repeat="x in list">{{x.title}}</li></ul>', 'script-built'],
  ['<p>对不起，您访问的页面出错了</p>', 'unreadable'],
];

describe('columns without entries', () => {
  const bare = SHELLS.find(({ name }) => name === 'columns at the left');
  it.each(CASES)('%s', (html, state) => {
    const page = readPage(
      new TextEncoder().encode(
        bare
          ?.wrap(html)
          .replace(/<div class="pages">.*?<\/div>/s, '')
          .replace('今天是2023年1月6日 星期五', ''),
      ),
      { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/', today: '2023-01-06' },
    );
    expect([page.listState, page.list, page.newestDate]).toEqual([state, [], null]);
  });
});

describe('an empty column beside a fresh side list', () => {
  it.each(SHELLS.filter(({ name }) => /fresh side list .* heading$/.test(name)).map((shell) => [shell.name, shell] as const))(
    '%s',
    (_name, shell) => {
      const html = shell.wrap('<ul class="list"><li>暂无信息</li></ul>').replace(/<div class="pages">.*?<\/div>/s, '');
      const page = readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/', today: '2023-01-06' });
      expect([page.listState, page.list, page.newestDate]).toEqual(['empty', [], null]);
    },
  );
});
