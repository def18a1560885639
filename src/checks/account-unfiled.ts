import { z } from 'zod';
import { defineCheck } from './define.ts';
import { accountPlace, registerEvidence } from './lib/account-words.ts';
import { cannotTell, fail, finding, pass } from './lib/result.ts';

/** 分级备案 (国办发〔2018〕123号; seeds R06). The account stays outside the base of the pass rate and is listed apart. */
export const check = defineCheck({
  id: 'account-unfiled',
  version: 1,
  clause: 'O123-5',
  subject: 'account',
  needs: [],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '未备案账号',
    line: '账号未经备案',
    remedy: '补办备案，或者关停、注销。',
    reviewer: '查备案系统，核对主办单位和账号名称。',
  },
  page: {
    why: '先备案、再开设；私自开设的账号没有人把关。',
    looksAt: '底册中账号的备案状态。',
    limits: '备案情况不明的，交人工核实。账号不因此不合格，但不进入合格率的基数，单独列出。',
    fires: ['正常运行、备案状态为“未备案”。'],
    passes: ['备案状态为“已备案”。'],
  },
  judge({ subject: { account } }) {
    const measured = { filing: account.filing, filedOn: account.filedOn };
    if (account.filing === 'filed') return pass(measured);
    if (account.filing === 'unknown') return cannotTell('needs-person', measured);
    return fail(
      [finding('problem', 'account_unfiled', accountPlace(account), '账号未经备案', [registerEvidence(account)], measured)],
      measured,
    );
  },
});
