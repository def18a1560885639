import { z } from 'zod';
import { carryOverLine, carryOverState } from '../sheets/carry-over.ts';
import { defineCheck } from './define.ts';
import { cannotTell, fail, finding, notRun, pass } from './lib/result.ts';

/** 上月问题未整改、整改不彻底 (seeds V04, LC-1), from the ledger's own facts. */
export const check = defineCheck({
  id: 'carry-over',
  version: 1,
  clause: 'LC-1',
  subject: 'site',
  needs: ['carry-over'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '上期问题整改情况',
    line: '上月问题未整改、整改不彻底',
    remedy: '逐条整改上期问题并反馈，经复核后销号。',
    reviewer: '打开台账，逐条核对上期问题的复核结果。',
  },
  page: {
    why: '发现问题是为了整改；上期指出的问题没有改，本期即为不合格。',
    looksAt: '台账中该网站上期的问题在本期截止时是否销号。',
    limits: '一条都没有销号为“未整改”，销号一部分为“整改不彻底”，全部销号或者上期没有问题为通过；剩下的未能复核，为待人工判断。',
    fires: ['上月2条问题，销号0条：未整改。', '上月2条问题，销号1条：整改不彻底。'],
    passes: ['上月2条问题，销号2条。'],
  },
  judge({ subject: { site }, facts }) {
    const fact = (facts['carry-over'] ?? []).at(-1);
    if (!fact) return notRun('no-evidence', {});
    const { period, problems } = fact.data;
    const state = carryOverState(problems);
    const longest = problems.reduce((most, problem) => Math.max(most, problem.closed ? 0 : problem.periods), 0);
    const measured = { period, problems: problems.length, closed: problems.filter((p) => p.closed === true).length, longest };
    const text = carryOverLine(state, period.includes('Q') ? '上季度' : '上月');
    if (state === 'undecided') return cannotTell('needs-person', measured);
    if (text === null) return pass(measured);
    const category = state === 'not' ? 'carry_over_not_rectified' : 'carry_over_partly_rectified';
    return fail(
      [finding('problem', category, { type: 'site', id: site.id, label: site.name, url: site.url }, text, [fact.id], measured)],
      measured,
    );
  },
});
