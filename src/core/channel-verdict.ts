/** 检查结果 of one channel in one period, as notices print it. */
export const CHANNEL_VERDICTS = ['no_problem', 'pass', 'fail', 'undecided'] as const;
export type ChannelVerdict = (typeof CHANNEL_VERDICTS)[number];
/** `undecided` is printed, never counted as passing: something that could veto was not looked at. */
export const CHANNEL_VERDICT_NAMES: Record<ChannelVerdict, string> = {
  no_problem: '无问题',
  pass: '合格',
  fail: '不合格',
  undecided: '未能认定',
};
