import type { AssessmentItem, AssessmentScheme } from '../../ledger/assessment/scheme.ts';
import type { MonitoringScheme } from '../../ledger/monitoring-entries.ts';

const ITEM = { effect: 'deduct', points: 1, milder: 0, cap: null, weights: {} } as const;

/**
 * The paper an office begins with where a year has no scheme yet: a hundred marks over what the ledger can count. The figures are
 * ours and no document's, but for daily monitoring, which follows the area's setting.
 */
export function defaultScheme(year: number, { weights, deductions }: MonitoringScheme): AssessmentScheme {
  const items: AssessmentItem[] = [
    { ...ITEM, id: 'monitoring', name: '日常监测', base: 40, source: 'monitoring', cap: 40, ...monitoring({ weights, deductions }) },
    { ...ITEM, id: 'overdue', name: '按期整改', base: 20, source: 'overdue', points: 0.2, cap: 20 },
    { ...ITEM, id: 'recheck', name: '整改质量', base: 20, source: 'recheck', points: 2, milder: 1, cap: 20 },
    { ...ITEM, id: 'named', name: '通报点名', base: 20, source: 'named', points: 2, cap: 20 },
    { ...ITEM, id: 'praised', name: '通报表扬', base: 0, source: 'praised', effect: 'bonus', points: 1, cap: 5 },
    // Ratings (好差评) come from another system: entered by hand with their source (seeds E07).
    { ...ITEM, id: 'satisfaction', name: '政务服务满意度', base: 0, source: 'hand', points: 0, cap: 5 },
    { ...ITEM, id: 'other', name: '其他扣分', base: 0, source: 'hand', points: 0, cap: 10 },
    { ...ITEM, id: 'bonus', name: '其他加分', base: 0, source: 'hand', effect: 'bonus', points: 0, cap: 5 },
  ];
  const title = `${year}年度政务公开工作考核实施方案`;
  return { year, title, documentNumber: null, validFrom: `${year}-01-01`, validTo: `${year}-12-31`, items };
}

const monitoring = ({ weights, deductions }: MonitoringScheme) => ({
  weights: { ...weights },
  points: deductions.fail ?? 1,
  milder: deductions.undecided ?? 0,
});
