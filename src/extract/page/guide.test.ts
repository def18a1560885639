import { expect, it } from 'vitest';
import { readPage } from '../index.ts';

function guide(title: string, lines: readonly string[]) {
  const html = `<title>${title}</title><div>当前位置：首页 &gt; ${title}</div><h1>${title}</h1><p>发布时间：2022-12-27</p>
<p>根据《中华人民共和国政府信息公开条例》，为了更好地提供政府信息公开服务，方便公民、法人和其他组织依法获取政府信息，编制本指南，请需要获得政府信息公开服务的公民、法人和其他组织仔细阅读。</p>
<p>本机关负责向公民、法人和其他组织主动公开或者依申请提供政府信息，具体范围参见本机关编制的政府信息公开目录，公民可以在本机关网站上查阅，也可以到政务服务大厅查阅，也可以拨打咨询电话了解有关情况。</p>
<p>公民、法人或者其他组织可以向本机关申请获取本机关主动公开以外的政府信息，申请时应当填写申请表，申请表可以在受理机构处领取，也可以在本机关网站下载，复制有效，填写应当真实准确完整。</p>
${lines.map((l) => `<p>${l}</p>`).join('')}<div class="foot">主办单位：云溪县人民政府 电话：0558-7654321</div>`;
  return readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/zwgk/zn/a.html' });
}

const FULL = {
  type: 'disclosure-guide',
  acceptingBody: '云溪县人民政府办公室政务公开股',
  address: '云溪县人民路1号县政府大楼402室',
  phone: '0558-1234567',
  hours: '周一至周五上午8:00-12:00，下午2:30-5:30（法定节假日除外）',
  fax: '0558-1234568',
  postcode: '236000',
  email: 'zwgk@yunxi.gov.cn',
  supervisionPhone: '0558-1234569',
  replyDays: '20个工作日',
};

it('reads every element of a disclosure guide', () => {
  const page = guide('云溪县政府信息公开指南', [
    `受理机构：${FULL.acceptingBody}`,
    `办公地址：${FULL.address}`,
    `办公时间：${FULL.hours}`,
    `联系电话：<span>0558</span>-1234567；传真号码：${FULL.fax}`,
    `邮政编码：${FULL.postcode}；电子邮箱：${FULL.email}`,
    '本机关自收到申请之日起20个工作日内予以答复。',
    `监督电话：${FULL.supervisionPhone}`,
  ]);
  expect(page).toMatchObject({ kind: 'guide', guide: FULL, article: { publishDate: '2022-12-27' } });
});

it('says null for what the guide does not hold, the telephone of the foot included', () => {
  expect(guide('云溪县政府信息公开指南', ['受理机构：云溪县人民政府办公室']).guide).toEqual({
    type: 'disclosure-guide',
    acceptingBody: '云溪县人民政府办公室',
    address: null,
    phone: null,
    hours: null,
    fax: null,
    postcode: null,
    email: null,
    supervisionPhone: null,
    replyDays: null,
  });
});

it('is null on other pages', () => {
  expect(guide('云溪县召开政务公开工作会议', ['联系电话：0558-1234567']).guide).toBeNull();
});
