/** How one look at one address ended. Only `gone` says that the address is dead; the rest are our condition or need a person. */
export const OUTCOMES = {
  ok: '正常',
  gone: '地址不存在（404/410）',
  'soft-gone': '返回错误提示页（状态码却是 200）',
  'server-error': '服务器错误（5xx）',
  'client-error': '服务器拒绝该请求（其他 4xx）',
  blocked: '被网站防护拦截（401/403/412/429 或验证页）',
  'timed-out': '超过时限未打开',
  'dns-failed': '域名解析失败',
  'connect-failed': '无法建立连接',
  'tls-failed': '证书或加密连接错误',
  'redirect-loop': '循环跳转',
  'cut-off': '内容传输中断',
  'too-large': '内容过大，未全部读取',
  'bad-response': '响应不符合 HTTP 规范',
  'refused-address': '地址不允许访问（内网、本机等）',
  robots: '网站 robots 规则不允许',
} as const;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];
