import { OUTCOMES } from '../evidence/outcome.ts';
import { defineCheck } from './define.ts';
import { DEAD_TARGET_CONFIRM, deadTargetOptions } from './lib/dead-target-options.ts';
import { deadTargetResult } from './lib/dead-target-result.ts';
import { targets } from './lib/dead-targets.ts';

/** 不可用链接 (seeds M09), 国办秘函〔2019〕19号 可用性: one finding per target, however many pages carry it. */
export const check = defineCheck({
  id: 'broken-link',
  version: 1,
  clause: 'DD-4.3',
  subject: 'site',
  needs: ['link'],
  options: deadTargetOptions(),
  confirm: DEAD_TARGET_CONFIRM,
  words: {
    title: '不可用链接',
    line: '页面上的链接或者附件打不开',
    remedy: '改正地址，或者撤下链接、恢复附件。',
    reviewer: '换一个网络、换一个浏览器点开；确认不是临时故障，也不是防护拦截。',
  },
  page: {
    why: '点不开的链接和附件，等于没有公开。',
    looksAt: '页面上的链接和附件逐个查看。地址不存在（404、410），或者返回的是错误提示页的，算不可用。首页上的和其他页面上的分别标明。',
    limits:
      '至少3次、首末相隔24小时都不可用才认定，中间有一次打开就重新算。被防护拦截、robots不允许的，既不算好也不算坏；服务器错误、超时、连接失败反复出现的，只提请人工查看。同一地址不论出现在几个页面，只列一条。',
    fires: ['两天内3次查看都返回404。'],
    passes: ['前两次404，第三次打开。', '返回403的地址。'],
  },
  judge({ facts }, at, options) {
    return deadTargetResult(targets(facts, ['link', 'attachment'], at, options), 'broken_link', (target) => {
      const { foundOn, foundOnCount, outcome, relation } = target.last.data;
      const [on] = foundOn;
      const where = foundOn.some((page) => page.home) ? '首页' : `${foundOnCount}个页面`;
      const name = on?.text ? `“${on.text}”` : '';
      const what = relation === 'attachment' ? '附件' : '链接';
      return { text: `${where}上的${what}${name}不可用（${OUTCOMES[outcome]}）：${target.url}`, measured: { relation } };
    });
  },
});
