/** 账号事项: what a unit asks for, or what is found, about an account (seeds R05-R08, P15). */
export const MATTER_KINDS = {
  open: '开设备案',
  found: '未备案账号处置',
  change: '变更备案',
  close: '关停',
  cancel: '注销',
  rectify: '整改',
} as const;
export type MatterKind = keyof typeof MATTER_KINDS;

/** Where a matter stands, and so who is to act next. */
export const MATTER_STATES = {
  with_supervisor: '待主管单位初审',
  with_office: '待审核备案',
  returned: '待补正',
  filed: '已备案，待投入运行',
  found: '待单位处置',
  in_hand: '办理中',
  reported: '待接受报备',
  watching: '待复核是否停用',
  done: '办结',
  refused: '不予备案',
  withdrawn: '已撤回',
} as const;
export type MatterState = keyof typeof MATTER_STATES;

/** Acts on a matter, append-only; where it stands is their projection. */
export const MATTER_ACTS = {
  asked: '提出申请',
  ordered: '要求办理',
  found: '发现',
  chose_closing: '决定关停',
  agreed: '主管单位同意',
  returned: '退回补正',
  amended: '补正',
  granted: '同意备案',
  refused: '不予备案',
  opened: '投入运行',
  reported: '报备',
  sent_back: '退回报备',
  accepted: '接受报备',
  rechecked_gone: '复核：已停用',
  rechecked_alive: '复核：账号仍可访问',
  withdrawn: '撤回',
} as const;
export type MatterAct = keyof typeof MATTER_ACTS;
export const MATTER_ACT_CODES = Object.keys(MATTER_ACTS) as [MatterAct, ...MatterAct[]];

/** Nothing is to be done about these any more. */
export const isSettled = (state: MatterState): boolean => state === 'done' || state === 'refused' || state === 'withdrawn';

/** 账号功能: what an account offers its readers (seeds R17). */
export const ACCOUNT_FUNCTIONS = { publish: '发布', spread: '传播', interact: '互动', guide: '引导', serve: '办事' } as const;
export type AccountFunction = keyof typeof ACCOUNT_FUNCTIONS;
export const ACCOUNT_FUNCTION_CODES = Object.keys(ACCOUNT_FUNCTIONS) as [AccountFunction, ...AccountFunction[]];

/** 责任书 of a channel in a year (seeds S01). */
export const STATEMENT_STATES = { none: '未明确责任人', unsigned: '未签订', signed: '已签订' } as const;
export type StatementState = keyof typeof STATEMENT_STATES;
