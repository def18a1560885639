import { z } from 'zod';
import { addDays, type CalendarDate } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import type { Outcome } from '../evidence/outcome.ts';
import type { Site } from '../subjects/channel.ts';
import { defineCheck } from './define.ts';
import { lookDay } from './lib/looks.ts';
import { countOption } from './lib/options.ts';
import { cannotTell, fail, finding, notRun, pass } from './lib/result.ts';

/** What a visitor would meet too. Everything else (blocked, certificate, cookie loops …) may be our own client and is no visit at all. */
const FAILED: readonly Outcome[] = ['gone', 'soft-gone', 'server-error', 'dns-failed', 'connect-failed'];
const OPENED: readonly Outcome[] = ['ok', 'too-large'];

/** 国办秘函〔2019〕19号 站点无法访问 (seeds M16). */
export const check = defineCheck({
  id: 'site-unreachable',
  version: 1,
  clause: 'SV-2',
  subject: 'site',
  needs: ['probe'],
  options: z.strictObject({
    windowDays: countOption(7, '连续监测几天', 1),
    minVisitsPerDay: countOption(20, '每天至少访问几次', 1),
    timeoutSeconds: countOption(15, '几秒（含）仍未打开算一次失败', 1),
    failRatio: z.number().min(0).max(1).default(0.05).describe('失败次数达到总次数的几成（含）即否决'),
    inARow: countOption(3, '连续失败几次时提醒本办公室', 2),
  }),
  confirm: { looks: 140, hoursApart: 144 },
  words: {
    title: '网站无法访问',
    line: '首页无法访问的次数占比达到单项否决标准',
    remedy: '查明服务器、域名解析、线路故障并恢复；需要停运的，先办理临时停运备案。',
    reviewer: '从另一处网络再访问；核对是否有临时停运、关停备案。',
  },
  page: {
    why: '单项否决：网站打不开，其余都无从谈起。',
    looksAt: '连续7天、每天不少于20次访问首页的记录：超过时限未打开、服务器错误、域名解析失败、连接失败、页面不存在的，算失败。',
    limits:
      '15秒、5%本身都算（含）。任何一天不足20次的不作结论。被防护拦截、证书、跳转循环等可能出在本系统一侧的，不算访问，也不算失败。连续3次失败只提醒本办公室，不算问题。',
    fires: ['7天140次访问中失败7次：5%，否决。', '某次15秒时才打开：算失败。'],
    passes: ['7天140次访问中失败6次：4.29%。', '100次中失败1次：不列问题。'],
  },
  judge({ subject: { site }, facts }, at, options) {
    const since = addDays(at, 1 - options.windowDays);
    const probes = (facts.probe ?? []).filter((fact) => lookDay(fact) >= since);
    const visits = probes.flatMap((fact) => visitOf(fact, options.timeoutSeconds * 1000) ?? []);
    const failed = visits.filter((visit) => visit.failed);
    const perDay = Math.min(...days(since, options.windowDays).map((day) => visits.filter((visit) => visit.day === day).length));
    const percent = visits.length ? Math.round((failed.length / visits.length) * 10_000) / 100 : null;
    const measured = {
      visits: visits.length,
      failed: failed.length,
      percent,
      available: percent === null ? null : Math.round((100 - percent) * 100) / 100,
      fewestPerDay: perDay,
      uncounted: probes.length - visits.length,
      since,
    };
    if (probes.length === 0) return notRun('no-evidence', measured);
    if (visits.length === 0) return notRun(probes.every(({ data }) => data.outcome === 'blocked') ? 'blocked' : 'unreachable', measured);
    const alarm = streakNote(site, visits, options.inARow, measured);
    if (perDay < options.minVisitsPerDay) return cannotTell('too-few-looks', measured, alarm);
    if (failed.length / visits.length < options.failRatio) return pass(measured, alarm);
    const text = `连续${options.windowDays}天访问首页${visits.length}次，${failed.length}次未能打开，占${percent}%`;
    const place = { type: 'site' as const, id: site.id, label: site.name, url: site.url };
    return fail(
      [
        finding(
          'problem',
          'site_unreachable',
          place,
          text,
          failed.map((visit) => visit.id),
          measured,
        ),
      ],
      measured,
    );
  },
});

interface Visit {
  id: string;
  day: CalendarDate;
  failed: boolean;
}

/** A probe as a visit; null when it says nothing about the site. A time-out counts only once the full time was waited. */
function visitOf(fact: Fact<'probe'>, timeoutMs: number): Visit | null {
  const { outcome, ms } = fact.data;
  const slow = ms >= timeoutMs && (OPENED.includes(outcome) || outcome === 'timed-out');
  if (!slow && !FAILED.includes(outcome) && !OPENED.includes(outcome)) return null;
  return { id: fact.id, day: lookDay(fact), failed: slow || FAILED.includes(outcome) };
}

const days = (since: CalendarDate, count: number): CalendarDate[] => Array.from({ length: count }, (_, i) => addDays(since, i));

/** Several failures in a row: the office should look, whatever the ratio. */
function streakNote(site: Site, visits: readonly Visit[], inARow: number, measured: Record<string, string | number | null>) {
  let streak: Visit[] = [];
  for (const visit of visits) {
    streak = visit.failed ? [...streak, visit] : [];
    if (streak.length < inARow) continue;
    const place = { type: 'site' as const, id: site.id, label: site.name, url: site.url };
    return [
      finding(
        'note',
        'site_unreachable',
        place,
        `连续${inARow}次未能打开首页`,
        streak.map(({ id }) => id),
        measured,
      ),
    ];
  }
  return [];
}
