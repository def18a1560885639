import type { QuickPage } from './quick-text.ts';

/** 403/412 and their kin: a gate stands between us and the page. 418, 468 and 567 are gate products' own numbers. */
const BLOCKING_STATUS = new Set([401, 403, 407, 412, 418, 429, 468, 567]);

/** Scripts of gate products. A gate also decorates the pages it lets through, so they count only where a visitor would read next to nothing. */
const GATE_SCRIPTS = [
  /window\[\s*['"]\$_ts['"]\s*\]|\$_ts\.(?:cd|nsd|lcd)/, // 瑞数
  /__jsl_clearance/, // 加速乐
  /acw_sc__v2|aliyun_waf_|u_atoken|u_asession/, // 阿里云
  /cdn-cgi\/challenge-platform|cf-challenge|_cf_chl_/, // Cloudflare
  /\/_guard\/(?:auto|html|click|slide|captcha)/, // CDNFly
  /yunsuo_session_verify/, // 云锁
  /wzws-waf-cgi|WZWS(?:_|-)|wzwschallenge/i, // 网站卫士
  /safeline|sl-session|sl_waf/i, // 雷池
  /TCaptcha|initGeetest|AliyunCaptcha|captcha-element|YidunCaptcha/, // 滑块、点选
  /document\.cookie\s*=[\s\S]{0,4000}(?:location\.(?:reload|replace|href|assign)|window\.location|location\s*=)/, // set a cookie and come again
];

/** What a gate writes for the visitor it stops. */
const GATE_WORDS = [
  /(?:访问|安全|人机|身份|浏览器)(?:行为)?验证|验证(?:您|你)(?:是否)?(?:是|为)(?:真人|人类)|请(?:先)?(?:完成|通过|进行)(?:以下|安全|滑动|图形)?.{0,6}验证|拖动(?:下方|左边|左侧)?.{0,4}滑块/,
  /请输入(?:图片|图中|下方|右侧)?.{0,4}验证码.{0,8}(?:继续|访问|后)/,
  /(?:请求|访问|操作|提交|参数).{0,16}(?:被|已被|遭到).{0,12}(?:拦截|阻断|拦阻|屏蔽|封禁)/,
  /请求.{0,8}(?:存在|带有|含有|包含|疑似|具有).{0,8}(?:威胁|攻击|不合法|非法|风险|异常|恶意)/,
  /(?:网站|Web应用|应用|云)防火墙|\bWAF\b|安全狗|云盾|玄武盾|创宇盾|网站卫士/i,
  /(?:访问|请求|操作).{0,4}(?:过于|太|过)频繁|IP.{0,12}(?:黑名单|封禁|被禁|限制访问|禁止访问)/,
  /access (?:is |was |has been )?denied|request (?:was |has been )?(?:blocked|rejected)|attention required|just a moment|checking your browser|verify you are (?:a )?human|are you a robot/i,
];

const SHORT_TEXT = 40;
const MESSAGE_TEXT = 400;

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Null when there is no readable body. */
  page: QuickPage | null;
}

/** Whether the answer is a gate's (网站防护) and not the site's: then nothing is known about the page, least of all that it is dead. */
export function isBlocked({ status, headers, page }: Answer): boolean {
  if (BLOCKING_STATUS.has(status)) return true;
  if (headers['cf-mitigated'] !== undefined || String(headers['set-cookie'] ?? '').includes('__jsl_clearance')) return true;
  if (page === null || page.busy) return false;
  const text = page.shortText;
  if (text === null) return false;
  if (text.length <= MESSAGE_TEXT && GATE_WORDS.some((words) => words.test(text))) return true;
  return text.length <= SHORT_TEXT && GATE_SCRIPTS.some((script) => script.test(page.html));
}
