import { z } from 'zod';
import type { Fact } from '../evidence/fact.ts';
import { EXTERNAL_DOUBTS, type ExternalHost } from '../evidence/intrusion.ts';
import { defineCheck, type Finding } from './define.ts';
import { within } from './lib/looks.ts';
import { lookWithinDays } from './lib/options.ts';
import { cannotTell, fail, finding, notRun, pass } from './lib/result.ts';

/** 非政府网站外链 (seeds S03): every external site is decided on once, and again when it has become another. */
export const check = defineCheck({
  id: 'external-host',
  version: 1,
  clause: 'WS-2',
  subject: 'site',
  needs: ['external-hosts'],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '外部链接',
    line: '页面链接了非政府网站，尚未研判或者已认定不得链接',
    remedy: '逐个核对外部网站的主体和内容：确需链接的，在外链清单中准许并写明理由；不应链接的，从所列页面撤下。',
    reviewer: '打开所列地址看主体和内容是否与链接文字相符；域名过期后被他人注册的，链接文字不变而内容全变。',
  },
  page: {
    why: '外部网站的域名过期后常被人抢注，原来的链接会把群众引到赌博、色情网站。',
    looksAt:
      '页面上的全部外部链接，按注册域名归并。政府网站域名、本地区登记的网站、中央媒体和通用平台不需研判；其余的逐个列出所在页面，由人准许或者不准许。',
    limits:
      '尚未研判的只提请人工判断，不算问题；认定不得链接而仍在链接的，才算问题。准许以后，域名无法解析、打开的是停放页、跳转到别的网站、标题完全改变或者出现赌博色情词语的，重新提请判断。只看近一个月内出现过的链接。',
    fires: ['链接到已认定不得链接的网站。', '3个外部网站尚未研判：提请判断，列出所在页面。', '已准许的网站跳转到了另一个域名。'],
    passes: ['链接到政府网站、人民网、备案查询。', '已准许并且没有变化的外部网站。'],
  },
  judge({ subject: { site }, facts }, at, options) {
    const fact = within(facts['external-hosts'], at, options.lookWithinDays).at(-1);
    if (!fact) return notRun('no-evidence', {});
    const { hosts, government, neutral } = fact.data;
    const of = (standing: ExternalHost['standing']) => hosts.filter((host) => host.standing === standing);
    const [refused, changed, open] = [of('refused'), of('changed'), of('open')];
    const measured = {
      government,
      neutral,
      allowed: of('allowed').length,
      refused: refused.length,
      changed: changed.length,
      open: open.length,
    };
    const tell = (list: readonly ExternalHost[], level: Finding['level']) => list.map((host) => toFinding(site.id, fact, host, level));
    const notes = tell([...changed, ...open], 'note');
    if (refused.length > 0) return fail([...tell(refused, 'problem'), ...notes], measured);
    return notes.length > 0 ? cannotTell('needs-person', measured, notes) : pass(measured);
  },
});

const STATES: Record<ExternalHost['standing'], string> = {
  open: '尚未研判',
  refused: '已认定不得链接',
  changed: '准许以后已有变化',
  allowed: '已准许',
};

function toFinding(siteId: string, fact: Fact<'external-hosts'>, host: ExternalHost, level: Finding['level']): Finding {
  const { name, standing, doubts, url, foundOn, foundOnCount, firstSeen, decision } = host;
  const [on] = foundOn;
  const place = { type: 'page' as const, id: `${siteId}/external/${name}`, label: on?.text || name, url: on?.url ?? url };
  const why = doubts.length > 0 ? `，${doubts.map((doubt) => EXTERNAL_DOUBTS[doubt]).join('，')}` : '';
  const text = `${foundOnCount}个页面链接到外部网站${name}，${STATES[standing]}${why}：${foundOn.map((page) => page.url).join('、')}`;
  return finding(level, 'external_link', place, text, [fact.id], {
    name,
    standing,
    url,
    pages: foundOnCount,
    firstSeen,
    decidedBy: decision?.by ?? null,
  });
}
