import { addDays, type CalendarDate, instantOf } from '../../src/core/date.ts';
import { type Account, PLATFORM_NAMES } from '../../src/subjects/channel.ts';
import { between, pick, randomOf } from './random.ts';
import type { Scenario } from './scenario.ts';
import { publicationDays } from './schedule.ts';

export interface AccountPost {
  id: number;
  title: string;
  date: CalendarDate;
  /** Milliseconds since 1970. Early mornings occur: in UTC those still are the day before. */
  at: number;
  text: string;
}

export interface AccountModel {
  account: Account;
  origin: string;
  address: string;
  /** As a bridge between platforms and feeds names it. */
  title: string;
  /** Oldest first. */
  posts: readonly AccountPost[];
}

const SUBJECTS = [
  '今日天气提示',
  '便民服务提醒',
  '政策问答',
  '基层动态',
  '安全知识',
  '办事指南',
  '身边好风景',
  '健康生活',
  '文明实践',
  '反诈提醒',
];
const LINES = ['请收好这份提示', '这些事项请留意', '一起来了解', '转给身边的人', '详情请看', '记得收藏'];

/** Posts of one account: every one to five days on any day of the week, except in its silences. */
export function accountModel(account: Account, scenario: Scenario): AccountModel {
  const random = randomOf(scenario.seed, account.platform, account.name);
  const silences = scenario.accountSilences.filter((s) => s.platform === account.platform && s.account === account.name);
  // A feed that fell silent long before the sample still shows its last posts.
  const from = silences.reduce((first, s) => (s.from < first ? addDays(s.from, -60) : first), scenario.from);
  const days = publicationDays(random, { from, to: scenario.to, gap: [1, 4], shift: (day) => day }, silences);
  const url = new URL(account.feedUrl as string);
  return {
    account,
    origin: url.origin,
    address: url.pathname,
    title: `${account.name} - ${PLATFORM_NAMES[account.platform]}`,
    posts: days.map((date, i) => {
      const time = `${String(between(random, 6, 22)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`;
      const title = `${pick(random, SUBJECTS)}｜${pick(random, LINES)}（${i + 1}）`;
      return { id: 10_000 + i, title, date, at: Date.parse(instantOf(date, time)), text: `${title}。本条为示例内容。` };
    }),
  };
}
