import { CATEGORIES, type Category } from '../../core/category.ts';
import { PROBLEM_STATUSES, type ProblemStatus } from '../../ledger/status.ts';
import { findNotice } from '../../store/notices.ts';
import { readRegister } from '../../store/register.ts';
import type { Filter } from '../assessment/filter-note.ts';
import { namesOf } from '../assessment/filter-note.ts';
import type { App } from '../open.ts';
import type { ProblemsAsked } from '../views/problems.ts';
import type { Range } from '../views/range.ts';
import { kindName } from '../views/words.ts';

const MOVES = { found: '新发现', reopened: '再次发现', closed: '销号' } as const;

/** What the ledger is narrowed to, in the words of its page. */
export async function ledgerFilters(app: App, { areas, seen }: Range, asked: Omit<ProblemsAsked, 'page' | 'size'>): Promise<Filter[]> {
  const { statuses, categories, unitIds, kinds, channelIds, words, due, moved, stockOn, noticeId } = asked;
  const needsNames = unitIds.length > 0 || channelIds.length > 0;
  const registers = needsNames ? await Promise.all([areas].flat().map((area) => readRegister(app.db, area))) : [];
  const channels = registers.flatMap(({ sites, accounts }) => [...sites, ...accounts]);
  const notice = noticeId ? await findNotice(app.db, noticeId) : null;
  return [
    ['地区', seen.length > 1 ? seen.map(({ name }) => name).join('、') : null],
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
    ['期限', [asked.onlyOverdue ? '逾期' : '', asked.onlySoon ? '即将到期' : '', due ? `${due}到期` : ''].filter(Boolean).join('、')],
    ['进出存量', moved && `${MOVES[moved.move as keyof typeof MOVES] ?? moved.move}，${moved.from ?? '开始'}至${moved.to}`],
    ['存量', stockOn && `${stockOn}的存量`],
    ['同一位置', asked.recurred ? '以前发生过的' : null],
    ['通报', noticeId && (notice?.title ?? noticeId)],
  ];
}
