import { z } from 'zod';
import { PLATFORM_NAMES } from '../subjects/channel.ts';
import { defineCheck } from './define.ts';
import { accountPlace, registerEvidence } from './lib/account-words.ts';
import { fail, finding, pass } from './lib/result.ts';

/** 一个单位在同一平台原则上只开设一个账号 (国办发〔2018〕123号; seeds R09). Both accounts carry one and the same finding. */
export const check = defineCheck({
  id: 'account-duplicate',
  version: 1,
  clause: 'O123-3',
  subject: 'account',
  needs: [],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '同一平台开设多个账号',
    line: '同一平台开设多个政务新媒体账号',
    remedy: '确定保留哪一个，其余按程序关停、注销。',
    reviewer: '看账号是否确由同一单位主办；内设机构、下属单位的账号应登记在该机构名下。',
  },
  page: {
    why: '账号多而分散，力量不足就会有的不更新。',
    looksAt: '底册中同一主办单位、同一平台、正常运行的账号。',
    limits: '这是管理要求，账号不因此不合格。各账号共用一条问题。',
    fires: ['一个乡在微信开设两个公众号，都在正常运行。'],
    passes: ['其中一个已注销。', '两个账号分属微信和微博。'],
  },
  judge({ subject: { account, siblings } }) {
    const all = [account, ...siblings].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [first] = all as [typeof account];
    const names = all.map(({ name }) => name).sort();
    const measured = { platform: account.platform, accounts: all.length, names: names.join('、') };
    if (siblings.length === 0) return pass(measured);
    const text = `同一平台（${PLATFORM_NAMES[account.platform]}）开设多个政务新媒体账号：${measured.names}`;
    return fail([finding('problem', 'account_duplicate', accountPlace(first), text, all.map(registerEvidence), measured)], measured);
  },
});
