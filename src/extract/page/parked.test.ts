import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { readParked } from './parked.ts';

const HOST = 'old-example.com';
const read = (html: string, url = `http://www.${HOST}/`, finalUrl = url) => readParked(html, url, finalUrl);
const page = (title: string, body: string): string => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const menu = Array.from({ length: 20 }, (_, i) => `<a href="/l${i}.html">栏目${i}</a>`).join('');

describe('pages of domains that were given up', () => {
  it.each([
    ['for sale, Chinese', page(HOST, `<h1>${HOST}</h1><p>此域名正在出售，有意请联系 QQ 10000</p>`)],
    ['may be transferred', page(`${HOST} 域名转让`, `<p>该域名可转让，${HOST}，请联系邮箱</p>`)],
    [
      'expired, at a registrar',
      page('域名到期提示', '<p>您正在访问的域名已过期，请尽快续费。</p><a href="https://www.west.cn/">服务商</a>'),
    ],
    ['expired, its name written', page('提示', `<p>您访问的域名 ${HOST} 已经到期，请联系域名注册商续费</p>`)],
    ['parked at a market, in a frame', page(HOST, '<iframe src="https://www.sedo.com/search/details/?domain=x"></iframe>')],
    ['for sale, English', page(`${HOST} is for sale`, `<p>Buy this domain. ${HOST}</p>`)],
    ['expired, English', page(HOST, `<p>This domain has expired. Is this your domain? Renew now!</p>`)],
    ['parked free', page(HOST, '<p>This Web page is parked for FREE</p><a href="https://www.godaddy.com/">x</a>')],
    ['parking scripts', page(HOST, '<script src="http://c.parkingcrew.net/jsparkcaf.php"></script>')],
  ])('parked: %s', (_name, html) => {
    const { state, signals, words } = read(html);
    expect(state).toBe('parked');
    expect(signals.length).toBeGreaterThanOrEqual(2);
    expect(words).toHaveLength(signals.length);
  });

  it('sent on to a market by a domain whose page says so', () => {
    const seen = read(page('精品域名', '<p>该域名可转让，欢迎报价</p>'), undefined, `https://www.4.cn/domain/${HOST}`);
    expect(seen).toMatchObject({ state: 'parked', signals: ['sale-words', 'parking-service'] });
  });

  it.each([
    ['words alone', page('提示', '<p>此域名已过期</p>')],
    ['a market alone', page('', '<iframe src="https://www.hugedomains.com/x"></iframe>')],
  ])('only suspected: %s', (_name, html) => {
    const { state, signals } = read(html);
    expect([state, signals.length]).toEqual(['resold-suspected', 1]);
  });

  it.each([
    ['a page that says nothing', page('', '')],
    ['its title is its name', page(HOST, `<p>欢迎访问 ${HOST}</p>`)],
    ['made by a hosting firm', page('某协会', '<p>某协会简介</p><a href="https://www.west.cn/">技术支持：西部数码</a>')],
    [
      'a warning against fraud',
      page('警惕域名诈骗', '<p>发布时间：2024-03-01 来源：公安局</p><p>不法分子谎称“您访问的域名已过期，请续费”，请勿点击。</p>'),
    ],
    ['the same without a date line', page('警惕“域名到期”短信', '<p>近期有人收到“单位域名已到期，请续费”的短信，请直接删除。</p>')],
    ['the same in the frame of a site', page('提醒', `${menu}<p>此域名已过期、该域名可转让之类的短信不可信。</p>`)],
    ['an article by its tags', `<meta name="ArticleTitle" content="x">${page('x', '<p>法院查封的该域名将于近日拍卖。</p>')}`],
    ['a long page', page('域名知识', `<p>此域名正在出售</p>${'<p>域名是互联网上的名称。</p>'.repeat(200)}`)],
    ['a news list', page('新闻', '<ul><li>“域名出售”平台被约谈</li><li>全国域名总数居首位</li></ul>')],
    ['the site has moved', page('公告', '<p>本网站域名将于年底到期停用，请访问新网址 www.new.example。</p>')],
    ['an official page', page('某县', '<p>本域名到期事宜请咨询</p><p>主办单位：某县人民政府</p>')],
  ])('not parked: %s', (_name, html) => expect(read(html)).toEqual({ state: 'ok', signals: [], words: [] }));

  it('a registrar that speaks of its trade', () => {
    const html = page('域名交易', '<p>此域名正在出售，请联系客服购买</p>');
    expect(read(html, 'https://www.west.cn/ykj/').state).toBe('ok');
    expect(read(html, 'https://www.4.cn/').state).toBe('ok');
  });

  it('hostile markup ends in time', () => {
    const began = cpuMs();
    read(page('域名'.repeat(50_000), '您访问的域名'.repeat(100_000)));
    read('<a href="http://[">'.repeat(50_000));
    expect(cpuMs() - began).toBeLessThan(2_000);
  });
});
