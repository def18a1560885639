import { VERDICT_NAMES, type Verdict } from '../../../core/verdict.ts';
import { OUTCOMES } from '../../../evidence/outcome.ts';
import type { LookReport, ReportedAddress } from './report.ts';

export const RELATION_NAMES: Record<ReportedAddress['relation'], string> = {
  link: '链接',
  image: '图片',
  attachment: '附件',
  part: '样式、脚本',
};

/** The verdict of a look in the words of its heading. */
export const LOOK_VERDICTS: Record<Verdict, string> = { ...VERDICT_NAMES, pass: '未发现问题', fail: '发现问题', 'not-run': '未能查看' };

interface ReasonWords {
  /** Heading of the group. */
  name: string;
  why: string;
  remedy: string;
}

const GROUPS: Partial<Record<ReportedAddress['reason'], ReasonWords>> = {
  gone: {
    name: '地址不存在（404、410）',
    why: '服务器答复该地址没有内容：页面已删除、已改名，或者链接写错。',
    remedy: '把链接改到现在的地址；内容确已撤下的，撤下链接；误删的，恢复原地址。',
  },
  'soft-gone': {
    name: '打开是错误提示页',
    why: '服务器答复“正常”（200），给出的却是“页面不存在”一类的提示，图片则不是图片。',
    remedy: '按地址不存在处理；同时请技术人员把错误提示页的状态码改为 404。',
  },
  'server-error': {
    name: '服务器内部错误（5xx）',
    why: '程序在处理这个地址时出错，多次查看都是如此。',
    remedy: '请技术人员按地址查服务器日志，修复程序或者数据；暂时不能修复的，先撤下链接。',
  },
  'timed-out': {
    name: '15 秒内没有打开',
    why: '同一网站的其他地址正常，这个地址多次查看都在 15 秒内没有打开。',
    remedy: '查该页面的查询、调用是否过慢；大文件请压缩或者改为下载链接。',
  },
  'connect-failed': {
    name: '连接被断开',
    why: '同一网站的其他地址正常，访问这个地址时连接多次被断开。',
    remedy: '查应用程序、反向代理、防火墙对这个地址的处理。',
  },
  'cut-off': {
    name: '内容没有传完就断开',
    why: '服务器开始传送后中断，读者看到的是残缺的页面或者文件。',
    remedy: '查文件是否完整、服务器声明的长度是否与实际一致，重新上传。',
  },
  'redirect-loop': {
    name: '循环跳转',
    why: '这个地址转来转去回到自己，浏览器会提示“重定向次数过多”。',
    remedy: '查跳转规则（http 与 https、带不带 www、末尾斜杠），只保留一个方向。',
  },
  'bad-response': {
    name: '服务器的答复不合规范',
    why: '服务器给出的答复浏览器读不懂。',
    remedy: '请技术人员检查服务器或者反向代理的配置。',
  },
};

/** Name, cause and cure of one reason an address is listed for. */
export function reasonWords(reason: ReportedAddress['reason']): ReasonWords {
  const known = GROUPS[reason];
  if (known) return known;
  return { name: OUTCOMES[reason], why: '原因可能在我们一侧，不作为问题。', remedy: '请人工打开核对。' };
}

/** Why an address was left unjudged, in one line. */
export function notRunReason({ reason, looks }: Pick<ReportedAddress, 'reason' | 'looks'>): string {
  const { name } = reasonWords(reason);
  const unsure = GROUPS[reason] !== undefined && looks.length > 1;
  return unsure ? `${name}；该网站没有其他地址可以比对，不能断定是对方的问题` : name;
}

/** Addresses by reason, the most frequent first. */
export function byReason(addresses: readonly ReportedAddress[]): [ReportedAddress['reason'], ReportedAddress[]][] {
  const groups = new Map<ReportedAddress['reason'], ReportedAddress[]>();
  for (const address of addresses) groups.set(address.reason, [...(groups.get(address.reason) ?? []), address]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Limits of what one look can say, for every form of the report. */
export function scopeLines({ limits, stopped, pages, columns }: LookReport): string[] {
  return [
    ...(limits.limited ? [`只打开了前 ${pages} 个页面（上限 ${limits.maxPages}）；其余页面只查了能否打开，没有再看上面的链接。`] : []),
    ...(stopped === null ? [] : ['查看没有完成，未列出的地址不等于没有问题。']),
    ...(columns.length > 0 ? [] : ['这次没有查看栏目是否按时更新：可先用 mingcha discover 列出栏目，再用 --columns 指定该文件。']),
    '结果只代表这一次查看；首页连续 7 天的可访问情况、上期问题整改情况，须由日常监测判断。',
  ];
}
