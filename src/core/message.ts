/** Ways a message leaves the program (消息渠道); inside it always stands in the inbox too. */
export const CHANNEL_KINDS = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
} as const;
export type ChannelKind = keyof typeof CHANNEL_KINDS;
export const CHANNEL_KIND_CODES = Object.keys(CHANNEL_KINDS) as ChannelKind[];

/** What a message is about (消息类别). */
export const MESSAGE_KINDS = {
  alarm: '告警',
  grave: '严重信息',
  due_soon: '即将超期提醒',
  overdue: '逾期提醒',
  letter: '督办',
  notice: '拟通报',
  prompt: '提示',
  hand_over: '交办',
  dispute: '异议',
  decision: '办理结果',
  matter: '账号事项',
  report: '整改情况扫描件',
  look: '立即监测',
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;
export const MESSAGE_KIND_CODES = Object.keys(MESSAGE_KINDS) as MessageKind[];

/** What became of a message outside the program (送达状态). */
export const DELIVERY_STATES = {
  inbox: '站内',
  waiting: '待发送',
  sending: '发送中',
  sent: '已送达',
  undelivered: '未送达',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATES;

/** How one attempt ended (发送结果). */
export const ATTEMPT_OUTCOMES = {
  started: '没有结果',
  sent: '已送达',
  busy: '渠道限流',
  failed: '没有成功',
  refused: '渠道拒绝',
} as const;
export type AttemptOutcome = keyof typeof ATTEMPT_OUTCOMES;
