import { dateAt } from '../core/date.ts';
import { defineCheck, type FactsByKind } from './define.ts';
import { DEAD_TARGET_CONFIRM, deadTargetOptions } from './lib/dead-target-options.ts';
import { deadTargetResult } from './lib/dead-target-result.ts';
import { type Target, targets } from './lib/dead-targets.ts';
import { shortDate } from './lib/words.ts';

/** 图片不能显示 (seeds M11): the day of the item and the day of the finding are kept apart. */
export const check = defineCheck({
  id: 'image-missing',
  version: 1,
  clause: 'DD-4.3',
  subject: 'site',
  needs: ['link'],
  options: deadTargetOptions(),
  confirm: DEAD_TARGET_CONFIRM,
  words: {
    title: '图片不能显示',
    line: '页面上的图片不能显示',
    remedy: '重新上传图片，检查图片地址。',
    reviewer: '打开所在页面看图片位置；确认不是懒加载、防盗链所致。',
  },
  page: {
    why: '图片缺失，信息就不完整。',
    looksAt: '页面上的图片地址逐个查看，地址不存在的算不能显示；所在信息的发布日期和发现日期分别记录。',
    limits: '认定次数和间隔与“不可用链接”相同。防盗链、防护拦截不算。',
    fires: ['两天内3次查看都返回404。'],
    passes: ['第三次查看时图片已恢复。'],
  },
  judge({ facts }, at, options) {
    return deadTargetResult(targets(facts, ['image'], at, options), 'image_missing', (target) => {
      const item = itemOf(target, facts);
      const foundOn = dateAt((target.looks[0] ?? target.last).at);
      const where = item?.title ? `《${item.title}》` : (target.last.data.foundOn[0]?.url ?? '');
      const issued = item?.date ? `（${shortDate(item.date, foundOn)}发布）` : '';
      const text = `${where}${issued}图片不能显示，${shortDate(foundOn, item?.date ?? foundOn)}发现`;
      return { text, measured: { itemTitle: item?.title ?? null, itemDate: item?.date ?? null, foundDay: foundOn } };
    });
  },
});

/** The article that shows the picture, if it was read. */
function itemOf(target: Target, facts: FactsByKind): { title: string | null; date: string | null } | null {
  const pages = new Set(target.last.data.foundOn.map((page) => page.url));
  const article = (facts.article ?? []).filter((fact) => fact.data.outcome === 'ok' && pages.has(fact.data.url)).at(-1);
  return article ? { title: article.data.title, date: article.data.publishDate ?? article.data.metaDate } : null;
}
