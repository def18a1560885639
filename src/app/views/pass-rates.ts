import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import { passRate } from '../../sheets/pass-rate.ts';
import type { VerdictCount } from '../../store/views-verdicts.ts';

const PASSING: readonly ChannelVerdict[] = ['no_problem', 'pass'];

type Counted = Pick<VerdictCount, 'verdict' | 'inBase' | 'count'>;

/** 合格率: of the channels in the base, those without a problem or passed; what could not be decided is not counted as passing, and where nothing was there is no rate. */
export function rateOf(rows: readonly Counted[]) {
  const sum = (some: readonly Counted[]) => some.reduce((n, row) => n + row.count, 0);
  const inBase = rows.filter((row) => row.inBase);
  const base = sum(inBase);
  const passing = sum(inBase.filter((row) => PASSING.includes(row.verdict)));
  const undecided = sum(inBase.filter((row) => row.verdict === 'undecided'));
  return { base, passing, percent: passRate(base, passing, 1, undecided) };
}
