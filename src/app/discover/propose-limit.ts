import type { Limit } from '../../core/limit.ts';
import type { ColumnClass } from '../../subjects/column.ts';
import { libraryEntry } from '../../subjects/column-library.ts';

export interface LimitProposal {
  limit: Limit | null;
  basis: string | null;
}

const NATIONAL = '国办秘函〔2019〕19号';
const COUNTY = '县级通报（安徽郎溪，2022年12月）对同类栏目印发的时限，请按本地要求核对';

/** Limits by class where the library does not name the column. */
const BY_CLASS: Partial<Record<ColumnClass, LimitProposal>> = {
  news: { limit: 'P14D', basis: `${NATIONAL}：动态要闻类两周` },
  notices: { limit: 'P6M', basis: `${NATIONAL}：通知公告、政策文件类6个月` },
  policy: { limit: 'P6M', basis: `${NATIONAL}：通知公告、政策文件类6个月` },
  interpretation: { limit: 'P6M', basis: COUNTY },
  finance: { limit: 'P1Y', basis: COUNTY },
  leaders: { limit: 'P1Y', basis: COUNTY },
};

/** The limit a source prints for such a column; none is made up where no source does. */
export function proposeLimit(path: readonly string[], columnClass: ColumnClass): LimitProposal {
  const known = libraryEntry(path);
  if (known) return known.limit === null ? { limit: null, basis: null } : { limit: known.limit, basis: known.basis };
  return BY_CLASS[columnClass] ?? { limit: null, basis: null };
}
