import { type InputFault, MingchaError } from '../core/error.ts';

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
const MEASURE_KEYS = Object.keys(MEASURES) as Measure[];

/** Pairs of which the first can never be above the second. */
const NEVER_ABOVE: readonly [Measure, Measure][] = [
  ['approved', 'submitted'],
  ['publishedInPeriod', 'publishedTotal'],
];

function faultsOf(volume: Volume, row: number): InputFault[] {
  const counts = MEASURE_KEYS.flatMap((key): InputFault[] => {
    const value = volume[key];
    if (value === null || (Number.isSafeInteger(value) && value >= 0)) return [];
    return [{ row, field: MEASURES[key], value: String(value), message: `${volume.unit}的${MEASURES[key]}应为 0 或正整数，没有数就留空` }];
  });
  const pairs = NEVER_ABOVE.flatMap(([less, more]): InputFault[] => {
    const [a, b] = [volume[less], volume[more]];
    if (a === null || b === null || a <= b) return [];
    return [
      { row, field: MEASURES[less], value: String(a), message: `${volume.unit}的${MEASURES[less]}${a}不应大于${MEASURES[more]}${b}` },
    ];
  });
  return [...counts, ...pairs];
}

/**
 * Checks a table of volumes (seeds D01). `firstRow` is the row of the first unit as the user counts it.
 * @throws bad-input naming every row that is wrong: counts that are none, more approved than submitted, a unit twice.
 */
export function checkVolumes<V extends Volume>(volumes: readonly V[], firstRow = 2): readonly V[] {
  const seen = new Map<string, number>();
  const faults = volumes.flatMap((volume, i) => {
    const row = firstRow + i;
    const before = seen.get(volume.unit);
    seen.set(volume.unit, row);
    const twice =
      before === undefined
        ? []
        : [{ row, field: '单位', value: volume.unit, message: `${volume.unit}在第${before}行已经出现，一个单位一行` }];
    return [...faultsOf(volume, row), ...twice];
  });
  if (faults.length)
    throw new MingchaError('bad-input', `信息报送表有${faults.length}处错误：${faults[0]?.message}`, '请改正所列各行后重新导入', {
      faults,
    });
  return volumes;
}
