/** 信息报送、审发和发布情况 of one unit in one period. null = not reported, which is not zero. */
export interface Volume {
  unit: string;
  /** Group of the table: 乡镇, 县直单位. */
  group: string;
  /** 报送信息数. */
  submitted: number | null;
  /** 审发信息数. */
  approved: number | null;
  /** 错情. */
  errors: number | null;
  /** 本年度任务数. */
  annualTask: number | null;
  /** 本年度已发布总数. */
  publishedTotal: number | null;
  /** 本期发布条数. */
  publishedInPeriod: number | null;
}

export const MEASURES = {
  submitted: '报送信息数',
  approved: '审发信息数',
  errors: '错情',
  annualTask: '本年度任务数',
  publishedTotal: '已发布总数',
  publishedInPeriod: '本期发布条数',
} as const;
export type Measure = keyof typeof MEASURES;
