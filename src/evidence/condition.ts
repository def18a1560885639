import { z } from 'zod';
import { OUTCOME_CODES } from './outcome.ts';

/**
 * How a site's certificate stands (证书状态), for a visitor with a usual browser. `not-run`: no word of TLS came back,
 * so nothing is known; `none`: the site is served over plain http only.
 */
export const CERTIFICATE_STATES = {
  ok: '证书正常',
  'expires-soon': '证书即将到期',
  expired: '证书已过期',
  'not-yet-valid': '证书尚未生效',
  'wrong-host': '证书上没有这个域名',
  'self-signed': '证书是自签名的',
  'unknown-issuer': '证书的签发机构未能核实',
  weak: '证书或者加密协议已过时',
  'broken-handshake': '加密连接没有建立起来',
  none: '没有启用 HTTPS',
  'not-run': '证书没能查看',
} as const;
export type CertificateState = keyof typeof CERTIFICATE_STATES;

/** What was met on the way to a certificate, beside its state. */
export const CERTIFICATE_REMARKS = {
  'incomplete-chain': '可能缺少中间证书，浏览器能自行补齐，本系统不能',
  'expired-issuer': '签发机构的证书已过期',
  'untrusted-root': '根证书不在常用浏览器的名单上',
  sha1: '签名算法是 SHA-1，浏览器已不接受',
  'old-protocol': '只支持 TLS 1.1 或者更早的协议，浏览器已不接受',
  'client-certificate': '服务器要求访问者出示证书',
  'not-tls': '443 端口上答复的不是加密连接',
  alert: '服务器拒绝了握手，可能要求访问者出示证书，或者只支持国密算法',
  'huge-chain': '证书链过长，没有读完',
  silent: '连接后没有答复',
  reset: '握手时连接被断开',
} as const;
export type CertificateRemark = keyof typeof CERTIFICATE_REMARKS;

/** Why IPv6 reachability is what it is. */
export const IPV6_REASONS = {
  'no-aaaa': '域名没有 AAAA 记录',
  refused: '有 IPv6 地址，但连接被拒绝',
  'no-ipv6-here': '本系统所在的机器没有 IPv6 网络',
  'no-answer': '有 IPv6 地址，本系统没有连上，原因不明',
  'dns-failed': '域名没有解析出来',
  'literal-address': '网址直接写的是 IP 地址',
  blocked: '没有轮到查看',
} as const;
export type Ipv6Reason = keyof typeof IPV6_REASONS;

/** How a domain stands (域名状态). `resold-suspected`: a sign or two of a page that belongs to nobody any more; a person must look. */
export const DOMAIN_STATES = {
  ok: '域名正常',
  'does-not-resolve': '域名没有解析',
  parked: '域名已停用，打开的是域名出售、过期或者停放页',
  'resold-suspected': '疑似域名已转让或者停放，请人工核对',
  'cannot-tell': '域名没能判断',
} as const;
export type DomainState = keyof typeof DOMAIN_STATES;

/** Marks of a page that stands on an ownerless domain. The first four are strong, the others only confirm. */
export const PARKING_SIGNALS = {
  'sale-words': '写明域名出售、转让',
  'expired-words': '写明域名过期',
  'parking-words': '写明域名停放',
  'parking-service': '内容来自域名停放或者交易平台',
  registrar: '链接到域名注册商',
  'names-host': '正文写出域名本身',
  'title-is-host': '标题就是域名',
} as const;
export type ParkingSignal = keyof typeof PARKING_SIGNALS;

const codes = <T extends object>(list: T) => z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);
const outcome = z.enum(OUTCOME_CODES);
const instant = z.string();

/** Fact kinds of a site's condition besides its pages; one look a day, except `mixed-content`, which belongs to a page. */
export const CONDITION_KINDS = {
  certificate: z.object({
    host: z.string(),
    /** Scheme of the site's own address: on a plain http site the certificate is no visitor's concern. */
    uses: z.enum(['https', 'http']),
    state: codes(CERTIFICATE_STATES),
    /** Further states that hold too, worst first. */
    also: z.array(codes(CERTIFICATE_STATES)),
    remarks: z.array(codes(CERTIFICATE_REMARKS)),
    /** Whole days until it ends, negative afterwards. */
    daysLeft: z.number().int().nullable(),
    validFrom: instant.nullable(),
    validTo: instant.nullable(),
    issuer: z.string().nullable(),
    /** Names it is made out to, the first of `nameCount`. */
    names: z.array(z.string()),
    nameCount: z.number().int(),
    protocol: z.string().nullable(),
    /** Whether http:// leads on to https://; null when nobody asked or no answer came. */
    httpsRedirect: z.boolean().nullable(),
    /** Why it is `not-run`. */
    reason: outcome.nullable(),
  }),
  /** IPv6 (国办秘函〔2019〕19号 names it among functions; no deduction is known). `reachable` means that a connection stood. */
  'address-family': z.object({
    host: z.string(),
    hasAAAA: z.boolean().nullable(),
    reachable: z.enum(['yes', 'no', 'cannot-tell']),
    reason: codes(IPV6_REASONS).nullable(),
  }),
  /** Parts that an https page loads over plain http. Of the home page always; of others only where there are any. */
  'mixed-content': z.object({
    url: z.string(),
    count: z.number().int(),
    /** Of these, scripts, frames and style sheets, which browsers block. */
    active: z.number().int(),
    /** The first of them, active ones before passive ones. */
    insecure: z.array(z.object({ url: z.string(), kind: z.enum(['active', 'passive']), tag: z.string() })),
  }),
  domain: z.object({
    host: z.string(),
    /** False for a host that pages of the site link to; `url` is the address looked at. */
    own: z.boolean(),
    url: z.string(),
    state: codes(DOMAIN_STATES),
    signals: z.array(codes(PARKING_SIGNALS)),
    /** Words of the page behind the signals. */
    words: z.array(z.string()),
    outcome,
    /** Of a foreign host: title of the page, and the host redirects led to; by them one knows it again. */
    title: z.string().nullable().optional(),
    ledTo: z.string().optional(),
  }),
} as const;
