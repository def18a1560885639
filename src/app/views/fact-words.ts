import { dateAt } from '../../core/date.ts';
import { ATTACHMENT_TYPES, READING_OUTCOMES } from '../../evidence/attachment.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactData, FactKind, SweepStop } from '../../evidence/facts.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';
import { PROOF_ACTS } from '../../evidence/proof.ts';
import { searchWords } from '../search/search-rate.ts';
import { certificateWords, domainWords, ipv6Words, mixedWords } from './condition-words.ts';

const KIND_NAMES: Record<FactKind, string> = {
  probe: '可用性探测',
  home: '首页',
  'column-list': '栏目列表页',
  article: '文章页',
  link: '链接',
  attachment: '附件',
  sweep: '全站巡查',
  'site-marks': '网站标识',
  'account-posts': '账号发布内容',
  'carry-over': '上期问题',
  certificate: '网站证书',
  'address-family': 'IPv6',
  'mixed-content': '混合内容',
  domain: '域名',
  'page-view': '页面截图',
  'search-engine-view': '搜索引擎所见首页',
  'page-again': '页面复看',
  'page-intrusion': '暗链检查',
  'external-hosts': '外部链接',
  'site-search': '站内检索',
  guide: '信息公开指南',
  proof: '文字校对',
  'proof-decision': '复核意见',
  'card-answer': '人工检查的回答',
  'card-picture': '人工检查的佐证图片',
};

const HOW_NAMES: Readonly<Record<string, string>> = {
  http: '程序访问网页',
  browser: '浏览器打开网页',
  feed: '订阅源',
  sheet: '表格导入',
  manual: '人工录入',
  ledger: '台账',
};

const SWEEP_STOP_NAMES: Readonly<Record<SweepStop, string>> = {
  pages: '达到页面数上限，没有看完',
  addresses: '达到地址数上限，没有看完',
  time: '达到时间上限，没有看完',
  window: '允许访问的时段已过，没有看完',
  distress: '网站接连没有响应，没有看完',
};

/** What the kept look showed, in one line. */
const SUMMARIES: { [K in FactKind]: (data: FactData<K>) => string } = {
  probe: ({ outcome, ms }) => `${OUTCOMES[outcome]}，用时 ${(ms / 1000).toFixed(1)} 秒`,
  home: ({ outcome, items, newestDate }) => `${OUTCOMES[outcome]}，读出 ${items.length} 条，最新 ${newestDate ?? '未读出日期'}`,
  'column-list': ({ outcome, state, items, newestDate, newerElsewhere }) =>
    state === 'items'
      ? `读出 ${items.length} 条，最新 ${newestDate ?? '未读出日期'}${newerElsewhere === undefined ? '' : `；页面上另有更新到 ${newerElsewhere} 的列表`}`
      : state === 'empty'
        ? `${OUTCOMES[outcome]}，页面没有内容`
        : `${OUTCOMES[outcome]}，没有读出列表`,
  article: ({ outcome, title, publishDate }) => `${OUTCOMES[outcome]}，${title ?? '没有标题'}（${publishDate ?? '未读出日期'}）`,
  link: ({ outcome, status, foundOnCount }) => `${OUTCOMES[outcome]}${status ? `（${status}）` : ''}，在 ${foundOnCount} 个页面上出现`,
  sweep: ({ pages, addresses, stopped }) =>
    `读了 ${pages} 个页面，看了 ${addresses} 个地址${stopped === null ? '' : `，${SWEEP_STOP_NAMES[stopped]}`}`,
  attachment: ({ type, bytes, reading, characters }) =>
    `${ATTACHMENT_TYPES[type]}，${Math.ceil(bytes / 1024)} KB，${READING_OUTCOMES[reading]}${characters > 0 ? `，${characters} 字` : ''}`,
  'site-marks': ({ siteIdCode, icp, police }) => `标识码 ${siteIdCode ?? '未见'}，ICP备案 ${icp ?? '未见'}，公安备案 ${police ?? '未见'}`,
  'account-posts': ({ outcome, posts, newestDate, freshOn }) =>
    `${OUTCOMES[outcome]}，${posts.length} 条，最新 ${newestDate ?? '无'}，数据截至 ${freshOn ?? '不明'}`,
  'carry-over': ({ problems }) => `上期 ${problems.length} 个，已销号 ${problems.filter((problem) => problem.closed).length} 个`,
  certificate: certificateWords,
  'address-family': ipv6Words,
  'mixed-content': mixedWords,
  domain: domainWords,
  'site-search': (data) => searchWords(data),
  guide: ({ outcome, values, faxOffer }) =>
    outcome === 'ok' ? `读出 ${values.length} 项${faxOffer === null ? '' : '，写明可用传真而没有号码'}` : OUTCOMES[outcome],
  proof: ({ outcome, characters, findings }) =>
    outcome === 'ok'
      ? `读了 ${characters} 字，${findings.length === 0 ? '没有疑似错误' : `疑似错误 ${findings.length} 处`}`
      : OUTCOMES[outcome],
  'proof-decision': ({ act, string, person }) => `“${string}”：${PROOF_ACTS[act]}（${person}）`,
  'card-answer': ({ details, looked, person }) =>
    `${details.length > 0 ? details.map(({ label, text }) => `${label}：${text}`).join('；') : looked || '没有发现问题'}（${person}）`,
  'card-picture': ({ fileName, person }) => `${fileName}（${person}）`,
  'search-engine-view': ({ outcome, status }) => `${OUTCOMES[outcome]}${status ? `（${status}）` : ''}`,
  'page-again': ({ outcome, status }) => `${OUTCOMES[outcome]}${status ? `（${status}）` : ''}`,
  'page-intrusion': ({ outcome, hidden, findings }) =>
    outcome === 'ok'
      ? `隐藏内容 ${hidden} 处，${findings.length === 0 ? '没有疑似植入' : `疑似植入 ${findings.length} 处`}`
      : OUTCOMES[outcome],
  'external-hosts': ({ hosts }) => `外部网站 ${hosts.length} 个，尚未研判 ${hosts.filter(({ standing }) => standing === 'open').length} 个`,
  'page-view': ({ outcome, device, width, contentWidth }) =>
    `${device === 'phone' ? '手机' : '电脑'}屏幕 ${width} 像素，${contentWidth === null ? OUTCOMES[outcome] : `页面需要 ${contentWidth} 像素`}`,
};

/** A fact as a reader of the ledger sees it: what, when, where from, how. */
export function describeFact(fact: Fact) {
  const [way = '', version] = fact.how.split('/');
  const summarise = SUMMARIES[fact.kind] as (data: unknown) => string;
  return {
    id: fact.id,
    kindName: KIND_NAMES[fact.kind],
    at: fact.at,
    source: fact.source,
    howName: `${HOW_NAMES[way] ?? way}${version ? `（第${version}版）` : ''}`,
    blob: fact.blob,
    summary: summarise(fact.data),
  };
}

/** Name under which kept bytes are saved: kind and day, never anything taken from the page. */
export const evidenceFileName = (fact: Fact): string => `证据-${KIND_NAMES[fact.kind]}-${dateAt(fact.at)}-${fact.id.slice(0, 8)}.txt`;
