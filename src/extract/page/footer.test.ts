import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';

function footer(foot: string) {
  const { organiser, host, siteIdCode, icp, police, errorReportEntry } = readPage(
    new TextEncoder().encode(`<body><p>正文中提到京ICP备的规定，主办单位应当履行职责。</p><div class="foot">${foot}</div></body>`),
    { url: 'http://www.yunxi.gov.cn/a/b.html' },
  ).footer;
  return { siteIdCode, icp, police, organiser, host, errorReportEntry };
}

const ALL = {
  siteIdCode: '3412000001',
  icp: '皖ICP备12345678号-1',
  police: '皖公网安备34120002000123号',
  organiser: '云溪县人民政府办公室',
};

describe('marks at the foot', () => {
  it.each([
    '主办单位：云溪县人民政府办公室 承办单位：云溪县数据局 网站标识码：3412000001 皖ICP备12345678号-1 皖公网安备 34120002000123号',
    '<p>主办：云溪县人民政府办公室&nbsp;&nbsp;承办：云溪县数据局</p><p><a>皖ICP备12345678号-1</a>　<img src="g.png"><a>皖公网安备34120002000123号</a></p><p>政府网站标识码3412000001</p>',
    '<table><tr><td>主办方:云溪县人民政府办公室</td><td>备案序号：皖ICP备 12345678号 -1</td></tr><tr><td>皖公网安备：34120002000123号</td><td>网站标识码: 3412000001</td></tr></table>',
    '主办单位：云溪县人民政府办公室承办单位：云溪县数据局联系电话：0558-1234567<br>ICP备案号：皖ICP备12345678号-1 公网安备：皖公网安备34120002000123号 标识码：３４１２０００００１',
    '<script>document.write("<p>主办：云溪县人民政府办公室 皖ICP备12345678号-1</p><p>皖公网安备34120002000123号 网站标识码：3412000001</p>");</script>',
  ])('%s', (foot) => {
    expect(footer(foot)).toMatchObject({ ...ALL, host: ALL.organiser });
  });
  it.each([
    ['网站标识码bm01000001', { siteIdCode: 'bm01000001' }],
    ['网站标识码：bm 01000001', { siteIdCode: null }],
    ['网站标识码：341200', { siteIdCode: null }],
    ['公安备案号：34120002000123', { police: '34120002000123' }],
    ['ICP证：皖B2-20180001-5', { icp: '皖B2-20180001-5' }],
    ['皖ICP备12345678号', { icp: '皖ICP备12345678号' }],
    ['版权所有：云溪县林业局 电话：0558-1', { organiser: null, host: '云溪县林业局' }],
    ['版权所有：云溪县人民政府门户网站', { organiser: null, host: '云溪县人民政府' }],
    ['<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3412000001"><img src="jc.png"></a>', { errorReportEntry: true }],
    ['<a href="/report.html">我为政府网站找错</a>', { errorReportEntry: true }],
    ['<a href="/about">关于我们</a>', { siteIdCode: null, icp: null, police: null, organiser: null, host: null, errorReportEntry: false }],
    ['<!-- 网站标识码：3412000001 -->', { siteIdCode: null }],
  ])('%s', (foot, expected) => {
    expect(footer(foot)).toMatchObject(expected);
  });
});
