import type { AccountsList } from '../../core/accounts-list.ts';
import { dateAt } from '../../core/date.ts';
import { listedMatrixItems, listedOutput, listedSyncItems, MATRICES_ONLY, OUTPUT_ONLY, SYNC_ONLY } from '../../core/lists/publishing.ts';
import type { App } from '../open.ts';
import { viewAccountHealth } from '../views/account-health.ts';
import { viewAccountOutput } from '../views/account-output.ts';
import { viewInteractions } from '../views/interactions.ts';
import { viewPractices } from '../views/practices.ts';
import { viewReposts } from '../views/reposts.ts';
import { viewSync } from '../views/sync.ts';
import { listFile, type SavedList } from './list-file.ts';
import { viewMatrices } from './matrices.ts';

/** `day`: the cut-off where the list has one of its own; absent = the day it is saved. */
type Made = Omit<SavedList, 'day' | 'filters'> & Partial<Pick<SavedList, 'day' | 'filters'>>;
interface Asked {
  period?: string | undefined;
  q?: string | undefined;
  only?: string | undefined;
}
type Maker = (app: App, areaId: string, asked: Asked) => Promise<Made>;

const MAKERS: Readonly<Record<AccountsList, Maker>> = { output, matrices, sync, reposts, practices, interactions, health };

/** A list of what accounts publish, as a workbook: the same rows as its page. A list that nothing narrows is told whole. */
export async function exportAccountsList(app: App, areaId: string, list: AccountsList, asked: Asked) {
  return listFile(app, areaId, { day: dateAt(app.now()), filters: [], ...(await MAKERS[list](app, areaId, asked)) });
}

async function output(app: App, areaId: string, asked: Asked): Promise<Made> {
  const { period, until, rows: all } = await viewAccountOutput(app, areaId, asked.period);
  const rows = listedOutput(all, asked);
  return {
    filters: [
      ['账号、单位', asked.q],
      ['只看', nameOf(OUTPUT_ONLY, asked.only)],
    ],
    ...{ name: '账号发布量和原创', of: period.label, day: until },
    rule: 'account-low-output/1（低于方案所设下限的只列为薄弱环节，不影响检查结果；没有标明是否原创的不计比例）',
    head: ['账号', '平台', '单位', '发布', '原创', '标明是否原创', '薄弱环节', '检查结果'],
    widths: [28, 12, 26, 10, 10, 14, 44, 14],
    rows: rows.map((row) => [
      ...[row.name, row.platformName, row.unitName, row.seen ? row.posts : '未采集', row.marked > 0 ? row.originals : null, row.marked],
      ...[row.weaknesses.join('；'), row.verdict?.name ?? null],
    ]),
  };
}

async function matrices(app: App, areaId: string, asked: Asked): Promise<Made> {
  const { period, channels, rows } = await viewMatrices(app, areaId, asked.period, null);
  const names = new Map(channels.map(({ id, name, kindName }) => [id, `${name}（${kindName}）`]));
  const channelOf = (id: string): string => names.get(id) ?? id;
  return {
    filters: [['只看', nameOf(MATRICES_ONLY, asked.only) ?? '发到两处以上的']],
    ...{ name: '矩阵发布情况', of: period.label },
    rule: 'matrix/1（同题信息算作同一条；相差天数从最早一处起算；没有采集到的平台不算缺）',
    head: ['矩阵', '信息', '最早发布', '平台', '情况', '发布日期', '相差天数', '网址'],
    widths: [22, 50, 12, 30, 10, 12, 10, 44],
    rows: rows.flatMap(({ name, items }) =>
      listedMatrixItems(items, asked.only).flatMap(({ title, firstOn, on, missing, unseen }) => [
        ...on.map(({ channelId, date, lag, url }) => [name, title, firstOn, channelOf(channelId), '已发布', date, lag, url]),
        ...missing.map((id) => [name, title, firstOn, channelOf(id), '缺', null, null, null]),
        ...unseen.map((id) => [name, title, firstOn, channelOf(id), '未采集', null, null, null]),
      ]),
    ),
  };
}

async function sync(app: App, areaId: string, { period: id, only }: Asked): Promise<Made> {
  const { period, items: all, accounts, windowDays } = await viewSync(app, areaId, id);
  const items = listedSyncItems(all, only);
  const names = new Map(accounts.map(({ id, name, platformName }) => [id, `${name}（${platformName}）`]));
  const accountOf = (accountId: string): string => names.get(accountId) ?? accountId;
  return {
    filters: [['只看', nameOf(SYNC_ONLY, only)]],
    ...{ name: '同步公开情况', of: period.label },
    rule: `sync/1（相差 ${windowDays} 天以内的同题信息算作同一条；没有采集到的账号不下结论）`,
    head: ['情况', '标题', '门户网站发布日期', '门户网站地址', '账号', '账号上的标题', '账号发布日期', '相差天数', '账号地址'],
    widths: [14, 50, 14, 44, 30, 50, 14, 10, 44],
    rows: [
      ...items.flatMap(({ title, date, url, unsure, on }) =>
        on.length === 0
          ? [[unsure ? '待人工核对' : '仅门户网站', title, date, url, null, null, null, null, null]]
          : on.map((post) => ['两边都有', title, date, url, accountOf(post.accountId), post.title, post.date, post.lag, post.url]),
      ),
      // What stands on accounts alone is no item of the portal, which is what the page narrows.
      ...(only ? [] : accounts).flatMap(({ id: accountId, accountOnly }) =>
        accountOnly.map((post) => ['仅账号', null, null, null, accountOf(accountId), post.title, post.date, null, post.url]),
      ),
      ...(only ? [] : accounts)
        .filter(({ seen }) => !seen)
        .map(({ id: accountId }) => ['没有采集到该账号', null, null, null, accountOf(accountId), null, null, null, null]),
    ],
  };
}

async function reposts(app: App, areaId: string, asked: Asked): Promise<Made> {
  const { period, channels, rows } = await viewReposts(app, areaId, asked.period);
  const names = new Map(channels.map((channel) => [channel.id, channel]));
  return {
    ...{ name: '转载情况', of: period.label },
    rule: 'repost/1（期限当天转载的算按期；没有采集到的网站和账号不下结论）',
    head: ['要求转载的信息', '来源', '发布日期', '转载期限', '网站或账号', '类别', '情况', '转载日期'],
    widths: [50, 24, 12, 18, 30, 14, 14, 12],
    rows: rows.flatMap(({ title, origin, publishedOn, due, channels: answers }) =>
      answers.map(({ channelId, state, on }) => [
        ...[title, origin, publishedOn, dateAt(due), names.get(channelId)?.name ?? channelId, names.get(channelId)?.kindName ?? null],
        ...[state.name, on],
      ]),
    ),
  };
}

async function practices(app: App, areaId: string, asked: Asked): Promise<Made> {
  const { period, works, proposals } = await viewPractices(app, areaId, asked.period);
  const proposed = new Map(proposals.map((one) => [one.accountId, `${one.quarter} ${one.forms.join('、')}`]));
  return {
    ...{ name: '优质作品', of: period.label },
    rule: 'practice/1（同一季度三种以上表现形式的账号可供表扬；是否表扬由办公室决定）',
    head: ['账号', '平台', '日期', '形式', '作品', '网址', '可供表扬'],
    widths: [28, 12, 12, 12, 50, 44, 30],
    rows: works.map((work) => [
      ...[work.name, work.platformName, work.date, work.form, work.title, work.url, proposed.get(work.accountId) ?? null],
    ]),
  };
}

async function interactions(app: App, areaId: string, asked: Asked): Promise<Made> {
  const { period, rows, totals } = await viewInteractions(app, areaId, asked.period);
  // An approximate figure is no number to reckon with: it goes out as it is printed.
  const cell = ({ count, text }: (typeof totals)[number]): string | number | null =>
    count === null ? null : count.atLeast ? text : count.value;
  return {
    ...{ name: '互动数量', of: period.label },
    rule: 'interaction/1（按报送数列出，约数带“余”；按月报的和按季报的互不相加）',
    head: ['账号', '平台', ...totals.map(({ name }) => name)],
    widths: [30, 12, ...totals.map(() => 14)],
    rows:
      rows.length === 0
        ? []
        : [...rows.map((row) => [row.name, row.platformName, ...row.counts.map(cell)]), ['合计', null, ...totals.map(cell)]],
  };
}

async function health(app: App, areaId: string): Promise<Made> {
  const { rows } = await viewAccountHealth(app, areaId);
  return {
    ...{ name: '账号采集情况' },
    rule: 'account-health/1（数据 7 天没有更新为陈旧；采集不正常的，不对账号下结论）',
    head: ['账号', '平台', '单位', '情况', '数据完整到', '连续失败次数', '原因', '怎么办'],
    widths: [28, 12, 26, 12, 12, 12, 40, 50],
    rows: rows.map((row) => [
      ...[row.name, row.platform.name, row.unitName, row.state.name, row.freshOn, row.failures, row.trouble, row.next],
    ]),
  };
}

const nameOf = (names: Readonly<Record<string, string>>, code: string | undefined): string | undefined =>
  code ? (names[code] ?? code) : undefined;
