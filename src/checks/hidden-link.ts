import { z } from 'zod';
import { sha256 } from '../core/id.ts';
import type { Fact } from '../evidence/fact.ts';
import type { Outcome } from '../evidence/outcome.ts';
import { FINDING_KINDS, type FindingKind } from '../text/finding.ts';
import { defineCheck, type Finding } from './define.ts';
import { within } from './lib/looks.ts';
import { lookWithinDays } from './lib/options.ts';
import { outcomeReason } from './lib/outcome-reason.ts';
import { cannotTell, fail, finding, notRun, pass } from './lib/result.ts';

/** 暗链、被植入的内容 (seeds M10). Whether it is 反动、暴力、色情 (国办秘函〔2019〕19号, a veto) a person says. */
export const check = defineCheck({
  id: 'hidden-link',
  version: 1,
  clause: 'WS-1',
  subject: 'site',
  needs: ['page-intrusion'],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '暗链',
    line: '页面被植入读者看不见的链接或者不良内容',
    remedy: '立即删除植入内容，查明入侵途径，修补漏洞，并检查其他页面和附件目录。',
    reviewer: '查看网页源代码中所指的位置；无障碍文字、折叠菜单、统计代码、反诈反赌宣传不算。',
  },
  page: {
    why: '暗链说明网站已被入侵，群众从搜索引擎点开的可能是赌博、色情内容。',
    looksAt:
      '首页、栏目页和新文章的源代码：零尺寸、屏幕之外、与底色相同、脚本隐藏等看不见的链接，标题和关键词中的植入词，对搜索引擎另作处理的脚本；首页再以搜索引擎的身份访问一次，比较两次所见。',
    limits:
      '两个特征相互印证的（看不见并且链接到外部网站，植入词并且正文没有等）才直接提出，只有一个的交人工判断。只读网页自身的样式，外部样式表不看。无障碍文字、菜单、弹窗、分享按钮、统计代码，链接到政府网站的，不算。',
    fires: ['零尺寸的框内有外部网站的链接。', '以搜索引擎的身份访问，标题变为博彩网站。'],
    passes: ['供读屏软件使用的跳转链接。', '鼠标移上去才展开的本站菜单。', '禁赌宣传页面。'],
  },
  judge({ subject: { site }, facts }, at, options) {
    const looks = within(facts['page-intrusion'], at, options.lookWithinDays);
    const newest = [...new Map((facts['page-intrusion'] ?? []).map((fact) => [fact.subjectId, fact])).values()];
    const read = newest.filter(({ data }) => READ.includes(data.outcome));
    if (looks.length === 0 || read.length === 0) {
      const outcome = newest.at(-1)?.data.outcome ?? 'ok';
      return notRun(outcome === 'ok' ? 'no-evidence' : outcomeReason(outcome), {});
    }
    const found = planted(site.id, read);
    const measured = {
      pages: read.length,
      problems: found.filter(({ level }) => level === 'problem').length,
      toReview: found.filter(({ level }) => level === 'note').length,
    };
    if (measured.problems > 0) return fail(found, measured);
    return found.length > 0 ? cannotTell('needs-person', measured, found) : pass(measured);
  },
});

/** A page that was taken away hides nothing any more. */
const READ: readonly Outcome[] = ['ok', 'gone', 'soft-gone'];

/** One finding for the same thing on however many pages, problems first. */
function planted(siteId: string, facts: readonly Fact<'page-intrusion'>[]): Finding[] {
  const byThing = new Map<string, { facts: Fact<'page-intrusion'>[]; files: boolean; kind: string; found: string; why: string }>();
  for (const fact of facts)
    for (const { kind, files, found, why } of fact.data.findings) {
      const key = `${kind} ${found}`;
      const known = byThing.get(key);
      if (!known) byThing.set(key, { facts: [fact], files, kind, found, why });
      else {
        known.facts.push(fact);
        if (files && !known.files) Object.assign(known, { files, why });
      }
    }
  return [...byThing]
    .sort(([a, { files }], [b, { files: other }]) => (files === other ? (a < b ? -1 : 1) : files ? -1 : 1))
    .map(([key, { facts: on, files, kind, found, why }]) => {
      const { url, title } = (on[0] as Fact<'page-intrusion'>).data;
      const place = { type: 'page' as const, id: `${siteId}/${sha256(key).slice(0, 20)}`, label: title ?? url, url };
      const pages = new Set(on.map((fact) => fact.data.url)).size;
      const text = `${pages > 1 ? `${pages}个页面` : `《${title ?? url}》`}${why}`;
      const evidence = on.slice(0, 3).map((fact) => fact.id);
      return finding(files ? 'problem' : 'note', 'hidden_link', place, text, evidence, {
        kind: FINDING_KINDS[kind as FindingKind],
        found,
        pages,
      });
    });
}
