/** A run (一次监测). `failed` = we could not finish it; what was seen until then stays. */
export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const RUN_STATE_NAMES: Record<RunState, string> = {
  queued: '排队中',
  running: '监测中',
  done: '已完成',
  failed: '未能完成',
  cancelled: '已取消',
};

/** One channel within a run. `not-run` always has a reason, and the reason is ours (core/verdict.ts). */
export const TARGET_STATES = ['waiting', 'running', 'done', 'not-run'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** How a monitoring that somebody asked for (立即监测) ended. `lapsed` = its day was over before anybody began it. */
export type LookOrderOutcome = 'done' | 'lapsed' | 'failed';

/** A notice. `discarded` = a draft that never went out (作废); `replaced` = a later version corrects it. Both are kept. */
export const NOTICE_STATES = ['draft', 'discarded', 'issued', 'replaced'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export const NOTICE_STATE_NAMES: Record<NoticeState, string> = {
  draft: '草稿',
  discarded: '已作废',
  issued: '已印发',
  replaced: '已被更正',
};

/** Whether a notice went out at all; what did not is nobody's but those who write it. */
export const wentOut = (state: NoticeState): boolean => state === 'issued' || state === 'replaced';

/** Acts on a notice (通报办理), append-only; where a draft stands is their projection. */
export const NOTICE_ACTS = ['submitted', 'approved', 'returned', 'discarded', 'issued', 'sealed', 'published', 'withdrawn'] as const;
export type NoticeAct = (typeof NOTICE_ACTS)[number];
export const NOTICE_ACT_NAMES: Record<NoticeAct, string> = {
  submitted: '送审',
  approved: '审核通过',
  returned: '退回修改',
  discarded: '作废',
  issued: '印发',
  sealed: '上传盖章件',
  published: '公开',
  withdrawn: '撤下公开',
};
