import type { DomainState, ParkingSignal } from '../../evidence/condition.ts';
import { scanPage } from '../markup/scan-page.ts';

export interface ParkedReading {
  state: Extract<DomainState, 'ok' | 'parked' | 'resold-suspected'>;
  signals: ParkingSignal[];
  /** The words or addresses behind each signal. */
  words: string[];
}

/** Whose domain: said in so many words, or pointed at. An article about domains speaks of others. */
const THIS = '(?:此|该|本|这个|当前|您?(?:正在|所|要|想)?(?:访问|浏览|查看)的?)(?:个|网站|站点)?\\s*(?:的\\s*)?域名';
const words = (source: string): RegExp => new RegExp(source, 'i');
const STRONG_WORDS: readonly [ParkingSignal, RegExp][] = [
  ['sale-words', words(`${THIS}[^。！？\\n]{0,16}(?:出售|转让|可购买|待售|竞价|拍卖|寻求合作|交易)`)],
  [
    'sale-words',
    /域名(?:正在|诚意|低价|整体|优惠)?(?:出售|转让|待售)(?:中)?[^。\n]{0,40}(?:联系|QQ|微信|电话|邮箱|报价|价格|购买|咨询|中介)/i,
  ],
  [
    'sale-words',
    /(?:buy|purchase|acquire|own|inquire about|make an offer on) this (?:premium )?domain|this (?:premium )?domain(?: name)? (?:is|may be|might be|could be)(?: listed)? (?:for sale|available)|domain (?:name )?(?:is )?for sale/i,
  ],
  ['expired-words', words(`${THIS}[^。！？\\n]{0,24}(?:过期|到期|失效)`)],
  ['expired-words', /域名(?:已经|已)(?:过期|到期|失效)[^。\n]{0,40}(?:续费|赎回|注册商|注册机构|域名所有者)/],
  [
    'expired-words',
    /(?:this|the|your) domain(?: name)?[^.\n]{0,80}(?:has|is) expired|domain (?:name )?(?:has )?expired|renew (?:this|your|the) domain/i,
  ],
  ['parking-words', /域名(?:停放|停靠)/],
  [
    'parking-words',
    /(?:this |the )?(?:domain(?: name)?|web ?(?:page|site)|site) (?:[\w.-]+ )?is (?:currently )?(?:being )?parked|parked (?:free|domain|page)|domain parking|future home of/i,
  ],
];

/** Hosts that serve nothing but parked and traded domains. */
const SERVICES =
  /(?:^|\.)(?:sedo(?:parking)?\.com|parkingcrew\.(?:net|com)|bodis\.com|dan\.com|undeveloped\.com|afternic\.com|hugedomains\.com|above\.com|parklogic\.com|cashparking\.com|skenzo\.com|ztomy\.com|rookmedia\.net|voodoo\.com|namedrive\.com|domainsponsor\.com|smartname\.com|buydomains\.com|domainmarket\.com|dropcatch\.com|snapnames\.com|parkingpage\.namecheap\.com|parking\.namesilo\.com|4\.cn|ename\.(?:com|net|cn)|juming\.com|22\.cn|yumi\.com|expirens3\.hichina\.com)$|^(?:forsale|parked-content|cashparking)\.godaddy\.com$|^(?:mi|domain-?sale|parking)\.(?:aliyun|hichina|west|xinnet)\.(?:com|cn)$/;
/** Registrars and hosting firms: honest pages link to them too. */
const REGISTRARS =
  /(?:^|\.)(?:(?:aliyun|net|hichina|west263|xinnet|cndns|bizcn|now|35|dnspod|godaddy|namecheap|namesilo|dynadot|name|networksolutions|register|gandi|enom|porkbun)\.(?:com|net)|west\.cn|dns\.com\.cn|now\.cn|dnspod\.cn|zzy\.cn|72e\.net)$/;

/** A page somebody keeps says more than this, and leads to more places of its own. */
const FEW_LETTERS = 1_500;
const FEW_OWN_LINKS = 12;
/** Marks of an article, of an official page, of a notice that the site has moved: they may speak of domains as they like. */
const KEPT_PAGE =
  /发布(?:时间|日期)|发稿时间|来源\s*[:：]|浏览次数|网站标识码|公网安备|主办单位|新(?:域名|网址|网站|站)|(?:迁移|变更|更换|搬迁|并入)(?:到|至|为)|诈骗|反诈|谣言|不法分子|警惕|谨防/;
const KEPT_METAS = ['ArticleTitle', 'PubDate', 'ColumnName', 'SiteName', 'SiteIDCode'];
/** What somebody else said. */
const QUOTED = /[“「『][^”」』]{0,80}[”」』]/g;
const WORD_LETTERS = 60;

/**
 * Whether a page is what stands on a domain that was given up: for sale, expired, parked (域名停放页). `parked` takes two
 * signals, one of them strong; a strong one alone is only a suspicion. `finalUrl`: where redirects led.
 */
export function readParked(html: string, url: string, finalUrl: string): ParkedReading {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const { references, title, text, metas } = scanPage(html, finalUrl, { text: true, limit: 500 });
  const nothing: ParkedReading = { state: 'ok', signals: [], words: [] };
  const hosts = [new URL(finalUrl).hostname, ...references.map((reference) => new URL(reference.url).hostname)];
  const shown = `${title ?? ''}\n${text ?? ''}`;
  const said = shown.replace(QUOTED, ' ');
  if (shown.length > FEW_LETTERS || KEPT_PAGE.test(shown) || KEPT_METAS.some((name) => metas[name])) return nothing;
  const own = references.filter(({ url: to, relation }) => relation === 'link' && new URL(to).hostname.replace(/^www\./, '') === host);
  if (own.length > FEW_OWN_LINKS || SERVICES.test(host) || REGISTRARS.test(host)) return nothing;

  const found = new Map<ParkingSignal, string>();
  for (const [signal, pattern] of STRONG_WORDS) {
    const match = pattern.exec(said)?.[0];
    if (match !== undefined && !found.has(signal)) found.set(signal, match);
  }
  const service = hosts.find((one) => SERVICES.test(one));
  if (service !== undefined) found.set('parking-service', service);
  if (found.size === 0) return nothing;
  const registrar = hosts.find((one) => REGISTRARS.test(one));
  if (registrar !== undefined) found.set('registrar', registrar);
  if (text?.toLowerCase().includes(host)) found.set('names-host', host);
  if (title !== null && bareTitle(title) === host) found.set('title-is-host', title);
  const state = found.size >= 2 ? 'parked' : 'resold-suspected';
  return {
    state,
    signals: [...found.keys()],
    words: [...found.values()].map((match) => match.replace(/\s+/g, ' ').trim().slice(0, WORD_LETTERS)),
  };
}

const bareTitle = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/$/, '');
