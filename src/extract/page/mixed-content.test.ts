import { describe, expect, it } from 'vitest';
import { scanLinks } from '../markup/links.ts';
import { mixedContent, upgradesInsecure } from './mixed-content.ts';

const read = (html: string, upgrades = false) => mixedContent(scanLinks(html, 'https://www.county.example/a/b.html'), upgrades);

describe('mixed content', () => {
  it.each([
    ['script', '<script src="http://o.example/a.js"></script>', 'active'],
    ['style sheet', '<link rel="stylesheet" href="http://o.example/a.css">', 'active'],
    ['frame', '<iframe src="http://o.example/"></iframe>', 'active'],
    ['object', '<object data="http://o.example/a.swf"></object>', 'active'],
    ['picture', '<img src="http://o.example/a.png">', 'passive'],
    ['picture loaded late', '<img src="/blank.gif" data-original="http://o.example/a.png">', 'passive'],
    ['icon', '<link rel="icon" href="http://o.example/a.ico">', 'passive'],
    ['film', '<video src="http://o.example/a.mp4"></video>', 'passive'],
    ['background', '<td background="http://o.example/a.png">', 'passive'],
    ['background of a link', '<a href="http://o.example/" style="background:url(http://o.example/a.png)">x</a>', 'passive'],
    ['style rule', '<style>body{background:url(http://o.example/a.png)}</style>', 'passive'],
  ])('%s', (_name, html, kind) => {
    const { count, active, insecure } = read(html);
    expect([count, active, insecure[0]?.kind]).toEqual([1, kind === 'active' ? 1 : 0, kind]);
  });

  it.each([
    ['link to follow', '<a href="http://o.example/">x</a><area href="http://o.example/b">'],
    ['same scheme as the page', '<script src="//o.example/a.js"></script><img src="/a.png">'],
    ['encrypted', '<img src="https://o.example/a.png">'],
    ['canonical address', '<link rel="canonical" href="http://www.county.example/">'],
    ['in a comment', '<!-- <script src="http://o.example/a.js"></script> -->'],
    ['the machine itself', '<img src="http://127.0.0.1:9/a.png"><img src="http://localhost/a.png">'],
  ])('none: %s', (_name, html) => expect(read(html)).toEqual({ count: 0, active: 0, insecure: [] }));

  it('each address once, the graver kind, active ones first, the list bounded and the count whole', () => {
    const pictures = Array.from({ length: 30 }, (_, i) => `<img src="http://o.example/${i}.png">`).join('');
    const mixed = read(`${pictures}<img src="http://o.example/0.png"><iframe src="http://o.example/f"></iframe>`);
    expect([mixed.count, mixed.active, mixed.insecure.length, mixed.insecure[0]?.tag]).toEqual([31, 1, 20, 'iframe']);
  });

  it('none where the page has browsers upgrade', () => {
    expect(read('<img src="http://o.example/a.png">', true).count).toBe(0);
    const meta = '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">';
    expect(upgradesInsecure(meta, null)).toBe(true);
    expect(upgradesInsecure('<meta content="Upgrade-Insecure-Requests" http-equiv=Content-Security-Policy >', null)).toBe(true);
    expect(upgradesInsecure('', "default-src 'self'; upgrade-insecure-requests")).toBe(true);
    expect(upgradesInsecure('<meta http-equiv="Content-Security-Policy" content="default-src *">', "default-src 'self'")).toBe(false);
    expect(upgradesInsecure('<p>upgrade-insecure-requests</p>', null)).toBe(false);
  });
});
