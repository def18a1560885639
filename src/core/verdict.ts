/** The five verdicts (检查结果) of one check on one subject. Silence is never a pass. */
export const VERDICTS = ['pass', 'fail', 'not-applicable', 'cannot-tell', 'not-run'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why a check answered `not-run` or `cannot-tell`. Each is our condition, not the unit's:
 * none of these may ever become a problem of a unit.
 */
export const REASONS = {
  'no-evidence': '没有采集到所需证据',
  blocked: '被网站防护拦截，未能查看',
  'timed-out': '本次查看超时',
  unreachable: '本次未能连接',
  robots: '网站 robots 规则不允许查看',
  'no-adapter': '尚未配置采集方式',
  'adapter-stale': '采集渠道数据不新鲜',
  'adapter-broken': '采集渠道故障',
  'list-unreadable': '页面打开了，但没有读出列表',
  'list-came-back-empty': '以前有内容的列表这次读出为空，需人工看一眼',
  'list-changed': '列表与以前读到的对不上，可能是网站改版，需人工看一眼',
  'not-in-sample': '不在本次抽查范围',
  'no-date-shown': '页面没有显示日期',
  'dates-contradict': '页面日期与元数据日期不一致',
  'needs-person': '需要人工判断',
  'too-few-looks': '查看次数不足，尚不能认定',
  'figure-unconfirmed': '指标数值尚未核实，不作计分',
  'attempts-spent': '多次尝试后仍未完成',
} as const;
export type Reason = keyof typeof REASONS;

/** Names of the verdicts as office staff read them. */
export const VERDICT_NAMES: Record<Verdict, string> = {
  pass: '通过',
  fail: '不通过',
  'not-applicable': '不适用',
  'cannot-tell': '待人工判断',
  'not-run': '未检查',
};
