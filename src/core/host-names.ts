/** Second levels under which everybody registers: example.com.cn is one's own, com.cn is not. */
const SHARED_SECOND_LEVELS = new Set(
  (
    'com net org gov edu ac mil ' + 'bj sh tj cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn gs qh nx xj tw hk mo'
  ).split(' '),
);

/** The part of a host name that somebody registered: www.example.com.cn → example.com.cn. IP addresses stay whole. */
export function registeredName(host: string): string {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (/^[\d.]+$|[[\]:]/.test(name)) return name;
  const labels = name.split('.');
  const [second, top] = labels.slice(-2);
  const shared = labels.length > 2 && top !== undefined && top.length === 2 && SHARED_SECOND_LEVELS.has(second as string);
  return labels.slice(shared ? -3 : -2).join('.');
}

/** Names only state organs and public institutions are given: gov.cn, mil.cn, 政务, 公益. */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|mil\.cn|gov\.hk|gov\.mo|政务|公益|政务\.cn|公益\.cn|xn--zfr164b|xn--55qw42g)$/;

export const isGovernmentHost = (host: string): boolean => GOVERNMENT.test(host.toLowerCase().replace(/:\d+$/, ''));

/**
 * Names a government site links to everywhere and whose owner is beyond doubt: party media, marks of the site, platforms of
 * official accounts, maps, statistics, makers of browsers and readers. Not here: share buttons whose makers gave up their domains.
 */
const NEUTRAL = new Set(
  (
    'conac.cn people.com.cn people.cn xinhuanet.com news.cn xinhua.org cctv.com cctv.cn cntv.cn cnr.cn china.com.cn china.org.cn gmw.cn ce.cn ' +
    'qstheory.cn 12371.cn 12380.cn 12388.cn 12389.cn 12377.cn 12321.cn 12309.cn 12337.cn xuexi.cn 81.cn dangjian.cn dangjian.com wenming.cn youth.cn ' +
    'chinanews.com chinanews.com.cn legaldaily.com.cn chinadaily.com.cn cyol.com piyao.org.cn 12339.cn chinapeace.org.cn chinatax.cn ' +
    'weibo.com weibo.cn sinaimg.cn sinajs.cn qq.com wechat.com qpic.cn gtimg.com gtimg.cn douyin.com kuaishou.com toutiao.com bilibili.com xiaohongshu.com ' +
    'baidu.com bdstatic.com bdimg.com bcebos.com amap.com autonavi.com tianditu.com cnzz.com umeng.com 51.la ' +
    'kaipuyun.cn govwza.cn w3.org schema.org alipay.com alipayobjects.com aliyuncs.com microsoft.com apple.com google.com mozilla.org firefox.com.cn ' +
    'adobe.com wps.cn 360.cn sogou.com 12306.cn 95598.cn 10086.cn 189.cn 10010.com'
  ).split(' '),
);

export const isNeutralHost = (host: string): boolean => NEUTRAL.has(registeredName(host)) || /\.edu\.cn$/.test(host.toLowerCase());

/** How a host stands towards a site before anybody has decided anything about it. */
export type HostStanding = 'own' | 'government' | 'neutral' | 'foreign';

/** `own`: hosts of the site and of the register. A host on a registered name of theirs is theirs too. */
export function hostStanding(host: string, own: ReadonlySet<string>): HostStanding {
  const bare = host.toLowerCase().replace(/^www\./, '');
  if (own.has(bare) || own.has(registeredName(host)) || isLocal(bare)) return 'own';
  if (isGovernmentHost(host)) return 'government';
  return isNeutralHost(host) ? 'neutral' : 'foreign';
}

/** Addresses that lead to the reader's own machine or network: a mistake of the page, but nobody else's site. */
const isLocal = (host: string): boolean => /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);

/** Own hosts as `hostStanding` takes them; registered names are added unless they are a name of the government, which holds many sites. */
export function ownNames(hosts: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const host of hosts) {
    const bare = host.toLowerCase().replace(/^www\./, '');
    if (bare === '') continue;
    names.add(bare);
    if (!isGovernmentHost(bare)) names.add(registeredName(bare));
  }
  return names;
}
