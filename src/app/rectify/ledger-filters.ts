import { CATEGORIES, type Category } from '../../core/category.ts';
import { PROBLEM_STATUSES, type ProblemStatus } from '../../ledger/status.ts';
import { findNotice } from '../../store/notices.ts';
import { readRegister } from '../../store/register.ts';
import { wentOut } from '../../store/states.ts';
import type { Filter } from '../assessment/filter-note.ts';
import { namesOf } from '../assessment/filter-note.ts';
import type { App } from '../open.ts';
import { LAST_DAY, type ProblemsAsked, SOON_DAYS } from '../views/problems.ts';
import type { Range } from '../views/range.ts';
import { kindName } from '../views/words.ts';

const MOVES = { found: '新发现', reopened: '再次发现', closed: '销号' } as const;

const until = (day: string): string => (day === LAST_DAY ? '目前' : day);

/** What the ledger is narrowed to, in the words of its page. A notice of other areas, or that never went out, goes by its id alone. */
export async function ledgerFilters(
  app: App,
  { areas, seen, isNarrowed }: Range,
  asked: Omit<ProblemsAsked, 'page' | 'size'>,
): Promise<Filter[]> {
  const { statuses, categories, unitIds, kinds, channelIds, words, due, moved, stockOn, noticeId } = asked;
  const needsNames = unitIds.length > 0 || channelIds.length > 0;
  const registers = needsNames ? await Promise.all([areas].flat().map((area) => readRegister(app.db, area))) : [];
  const channels = registers.flatMap(({ sites, accounts }) => [...sites, ...accounts]);
  const found = noticeId ? await findNotice(app.db, noticeId) : null;
  const notice = found && [areas].flat().includes(found.areaId) && wentOut(found.state) ? found : null;
  return [
    ['地区', isNarrowed ? seen.map(({ name }) => name).join('、') : null],
    ['状态', statuses.map((code) => PROBLEM_STATUSES[code as ProblemStatus] ?? code).join('、')],
    ['类别', categories.map((code) => CATEGORIES[code as Category] ?? code).join('、')],
    [
      '单位',
      namesOf(
        unitIds,
        registers.flatMap(({ units }) => units),
      ),
    ],
    ['网站、账号类别', kinds.map(kindName).join('、')],
    ['网站、账号', namesOf(channelIds, channels)],
    ['查找', words],
    [
      '期限',
      [asked.onlyOverdue ? '逾期' : '', asked.onlySoon ? `${SOON_DAYS}日内到期` : '', due ? `${due}到期` : ''].filter(Boolean).join('、'),
    ],
    ['进出存量', moved && `${MOVES[moved.move as keyof typeof MOVES] ?? moved.move}，${moved.from ?? '开始'}至${until(moved.to)}`],
    ['存量', stockOn && `${until(stockOn)}的存量`],
    ['同一位置', asked.recurred ? '以前发生过的' : null],
    ['通报', noticeId && (notice?.title ?? noticeId)],
  ];
}
