/** What a machine token may be given (机器令牌权限); an endpoint names the one it takes, or none. */
export const MACHINE_RIGHTS = {
  read: '读取台账、结果和通报',
  'post-findings': '报送原始发现（须人工确认后才成为问题）',
} as const;
export type MachineRight = keyof typeof MACHINE_RIGHTS;
export const MACHINE_RIGHT_CODES = Object.keys(MACHINE_RIGHTS) as MachineRight[];
