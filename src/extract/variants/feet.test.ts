import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';

const WHOLE = { siteIdCode: '3412220009', icp: '皖ICP备05012345号-2', police: '皖公网安备34122202000123号', host: '云溪县人民政府办公室' };

/** Feet of pages as they are set; each shows the same four marks unless it says otherwise. */
const FEET: readonly [name: string, html: string, marks?: Partial<Record<keyof typeof WHOLE, string | null>>][] = [
  [
    'one line with bars',
    '<p>主办：云溪县人民政府办公室 | 承办：云溪县数据资源管理局 | 网站标识码：3412220009 | 皖ICP备05012345号-2 | 皖公网安备 34122202000123号</p>',
  ],
  [
    'code without colon, glued',
    '<p>主办单位：云溪县人民政府办公室</p><p>网站标识码3412220009皖ICP备05012345号-2皖公网安备34122202000123号</p>',
  ],
  [
    'labels spaced',
    '<p>主 办 单 位：云溪县人民政府办公室</p><p>网站标识码 ： 3412220009</p><p>备案号：皖ICP备05012345号-2</p><p>皖公网安备 34122202000123 号</p>',
  ],
  ['code split by blanks', '<p>主办：云溪县人民政府办公室 网站标识码：34 1222 0009 皖ICP备05012345号-2 皖公网安备34122202000123号</p>'],
  [
    'code split over elements',
    '<p>主办：云溪县人民政府办公室 <b>网站标识码：</b><i>341222</i><i>0009</i> <a>皖ICP备05012345号</a><a>-2</a> <img alt=""><a>皖公网安备 34122202000123号</a></p>',
  ],
  [
    'code in the alternative text of a picture',
    '<p>主办：云溪县人民政府办公室</p><img src="/bs.png" alt="网站标识码：3412220009"><p>皖ICP备05012345号-2　皖公网安备34122202000123号</p>',
  ],
  [
    'code in the title of a link',
    '<p>主办：云溪县人民政府办公室</p><a href="#" title="网站标识码：3412220009"><img src="/bs.png"></a><p>皖ICP备05012345号-2　皖公网安备34122202000123号</p>',
  ],
  [
    'English half and wide marks',
    '<p>主办单位:云溪县人民政府办公室</p><p>ICP备案编号：皖ICP备０５０１２３４５号－２ 政府网站标识码:３４１２２２０００９</p><p>皖公网安备:34122202000123号</p>',
  ],
  ['brackets', '<p>主办：云溪县人民政府办公室</p><p>（网站标识码：3412220009）（皖ICP备05012345号-2）【皖公网安备34122202000123号】</p>'],
  [
    'lower-case icp',
    '<p>主办：云溪县人民政府办公室 网站标识码：3412220009 皖icp备05012345号-2 皖公网安备34122202000123号</p>',
    { icp: '皖icp备05012345号-2' },
  ],
  [
    'organiser with several names',
    '<p>主办：中共云溪县委 云溪县人民政府 承办：县数据局 网站标识码：3412220009 皖ICP备05012345号-2 皖公网安备34122202000123号</p>',
    { host: '中共云溪县委云溪县人民政府' },
  ],
  [
    'rights and organiser',
    '<p>版权所有：云溪县人民政府网　主办单位：云溪县人民政府办公室　技术支持：安徽某某科技有限公司</p><p>网站标识码：3412220009　皖ICP备05012345号-2　皖公网安备34122202000123号</p>',
  ],
  [
    'organiser in cells',
    '<table><tr><td>主办单位</td><td>：云溪县人民政府办公室</td></tr><tr><td>网站标识码：</td><td>3412220009</td></tr><tr><td colspan="2">皖ICP备05012345号-2 皖公网安备34122202000123号</td></tr></table>',
  ],
  [
    'code on the line after its label',
    '<p>主办：云溪县人民政府办公室</p><p>网站标识码：</p><p>3412220009</p><p>皖ICP备05012345号-2 皖公网安备34122202000123号</p>',
  ],
  [
    'written by script',
    `<script>document.writeln("<p>主办：云溪县人民政府办公室 网站标识码：3412220009</p>");document.writeln('<p>皖ICP备05012345号-2 皖公网安备34122202000123号</p>')</script>`,
  ],
  [
    'telephones are no code',
    '<p>主办：云溪县人民政府办公室 联系电话：05581234567 网站标识码：3412220009 皖ICP备05012345号-2 皖公网安备34122202000123号</p>',
  ],
  [
    'none of them',
    '<p>联系电话：0558-12345678 地址：云溪县人民路1号 访问量：3412220009</p>',
    { siteIdCode: null, icp: null, police: null, host: null },
  ],
  [
    'ministry',
    '<p>主办：某某部办公厅 网站标识码：BM07000001 京ICP备05012345号-2 京公网安备11010102000123号</p>',
    { siteIdCode: 'bm07000001', icp: '京ICP备05012345号-2', police: '京公网安备11010102000123号', host: '某某部办公厅' },
  ],
];

describe('marks at the foot of the page', () => {
  it.each(FEET)('%s', (_name, html, marks) => {
    const page = readPage(
      new TextEncoder().encode(`<meta charset="utf-8"><body><p>${'正文内容。'.repeat(30)}</p><div>${html}</div></body>`),
      { url: 'http://www.yunxi.gov.cn/' },
    );
    const { siteIdCode, icp, police, host } = page.footer;
    expect({ siteIdCode, icp, police, host }).toEqual({ ...WHOLE, ...marks });
  });
});
