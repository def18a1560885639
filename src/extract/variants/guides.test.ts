import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { NAMINGS } from './shells.ts';

const LONG =
  '<p>为了更好地提供政府信息公开服务，便于公民、法人和其他组织依法获取本机关政府信息，根据《中华人民共和国政府信息公开条例》，结合本机关工作实际，编制本指南，需要获得本机关政府信息公开服务的公民、法人和其他组织，建议阅读本指南。</p>'.repeat(
    3,
  );
const WANTED = {
  acceptingBody: '云溪县财政局办公室',
  address: '云溪县城关镇建设路66号财政大厦503室',
  phone: '0563-7012345',
  hours: '工作日上午8:00—12:00，下午14:30—17:30',
  fax: '0563-7012346',
  postcode: '242100',
  email: 'yxczj@163.com',
};

/** Contact lines of disclosure guides as offices type them. */
const CONTACTS: readonly [name: string, html: string][] = [
  [
    'one line each',
    `<p>受理机构：${WANTED.acceptingBody}</p><p>办公地址：${WANTED.address}</p><p>联系电话：${WANTED.phone}</p><p>办公时间：${WANTED.hours}</p><p>传真：${WANTED.fax}</p><p>邮政编码：${WANTED.postcode}</p><p>电子邮箱：${WANTED.email}</p>`,
  ],
  [
    'line breaks and filler',
    `<p>&nbsp;&nbsp;1.受理机构名称：${WANTED.acceptingBody}<br>&nbsp;&nbsp;2.办公地址：${WANTED.address}<br>&nbsp;&nbsp;3.联系电话：${WANTED.phone}<br>&nbsp;&nbsp;4.办公时间：${WANTED.hours}<br>&nbsp;&nbsp;5.传真号码：${WANTED.fax}<br>&nbsp;&nbsp;6.邮政编码：${WANTED.postcode}<br>&nbsp;&nbsp;7.电子邮箱：${WANTED.email}</p>`,
  ],
  [
    'semicolons in one paragraph',
    `<p>受理机构：${WANTED.acceptingBody}；办公地址：${WANTED.address}；办公时间：${WANTED.hours}；联系电话：${WANTED.phone}；传真号码：${WANTED.fax}；邮政编码：${WANTED.postcode}；电子邮箱：${WANTED.email}。</p>`,
  ],
  [
    'table of two columns',
    `<table><tr><td>受理机构</td><td>${WANTED.acceptingBody}</td></tr><tr><td>办公地址</td><td>${WANTED.address}</td></tr><tr><td>联系电话</td><td>${WANTED.phone}</td></tr><tr><td>办公时间</td><td>${WANTED.hours}</td></tr><tr><td>传真号码</td><td>${WANTED.fax}</td></tr><tr><td>邮政编码</td><td>${WANTED.postcode}</td></tr><tr><td>电子邮箱</td><td>${WANTED.email}</td></tr></table>`,
  ],
  [
    'values in underlined spans',
    `<p>受理机构：<u>${WANTED.acceptingBody}</u></p><p>办公地址：<u>${WANTED.address}</u></p><p>联系电话：<u>0563</u>-<u>7012345</u></p><p>办公时间：<u>${WANTED.hours}</u></p><p>传真号码：<u>${WANTED.fax}</u></p><p>邮政编码：<u>${WANTED.postcode}</u></p><p>电子邮箱：<u>${WANTED.email}</u></p>`,
  ],
];

describe('contact elements of a disclosure guide', () => {
  it.each(CONTACTS)('%s', (_name, html) => {
    for (const rename of Object.values(NAMINGS)) {
      const page = rename(
        `<meta charset="utf-8"><title>云溪县财政局政府信息公开指南</title><div class="path">当前位置：首页 &gt; 政府信息公开指南</div><h1 class="t">云溪县财政局政府信息公开指南</h1><p class="info">发布时间：2022-12-27 来源：县财政局</p>${LONG}${html}${LONG}<div class="foot">主办：云溪县财政局 电话：0563-9999999</div>`,
      );
      const read = readPage(new TextEncoder().encode(page), { url: 'http://www.yunxi.gov.cn/zwgk/zn/1.html' });
      expect(read.kind).toBe('guide');
      expect(read.guide).toMatchObject({ type: 'disclosure-guide', ...WANTED });
    }
  });
});
