import type { ErrorCode } from '../../core/error.ts';
import { USER_ROLES } from '../../core/role.ts';
import { listTrail, type TrailLine, type TrailQuery } from '../../store/trail.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { terminalActName } from './terminal-act.ts';

export type TrailAsked = Omit<TrailQuery, 'areaIds' | 'limit' | 'offset'>;
const MOST_ROWS = 50_000;

/**
 * One page of what everybody did in an area (操作留痕, seeds S06), and of what was done for no area where that is asked for.
 * `titles`: what an act is called, by its name.
 */
export async function viewTrail(app: App, areaId: string, asked: TrailAsked, page: { number: number; size: number }, titles: Titles) {
  await areaOf(app, areaId);
  const { rows, total } = await listTrail(app.db, {
    ...asked,
    areaIds: [areaId],
    limit: page.size,
    offset: (page.number - 1) * page.size,
  });
  return {
    total,
    rows: rows.map((row) => ({ ...row, about: aboutWords(row.about), given: givenWords(row), ...words(row, titles) })),
  };
}

/** The same as a workbook, the newest first. */
export async function exportTrail(app: App, areaId: string, asked: TrailAsked, titles: Titles) {
  const { name } = await areaOf(app, areaId);
  const { rows, total } = await listTrail(app.db, { ...asked, areaIds: [areaId], limit: MOST_ROWS, offset: 0 });
  const bytes = await listWorkbook([
    {
      name: '操作留痕',
      notes: [
        `${name}操作留痕`,
        '规则：每项办理和修改在开始前记一条，办完记下结果；只增加，不修改，不删除。',
        ...(asked.ofNoArea ? ['含登录，以及不属于任何地区的操作。'] : []),
        filterNote([
          ['对象', asked.thing],
          ['操作', asked.act && (titles.get(asked.act) ?? asked.act)],
          ['姓名', asked.name],
          ['自', asked.from],
          ['至', asked.to],
        ]),
        `截至 ${app.now()}（UTC），共 ${total} 条${total > rows.length ? `，列出最近 ${rows.length} 条` : ''}`,
      ],
      head: ['序号', '时间（UTC）', '姓名', '角色', '操作', '对象', '提交内容', '结果', '地址'],
      widths: [8, 24, 14, 14, 30, 40, 60, 14, 18],
      rows: rows.map((row) => {
        const { actName, roleName, outcomeName } = words(row, titles);
        return [
          ...[row.seq, row.at, row.name, roleName, actName, Object.values(aboutWords(row.about)).join(' ')],
          ...[givenWords(row), outcomeName, row.address],
        ];
      }),
    },
  ]);
  return { bytes, fileName: `${name}操作留痕.xlsx` };
}

/** Ids spelled out of one act on many; the rest are counted. */
const SPELLED_OUT = 3;

const aboutWords = (about: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(about).map(([name, ids]) => {
      if (typeof ids === 'string') return [name, ids];
      return [name, `${ids.slice(0, SPELLED_OUT).join(' ')}${ids.length > SPELLED_OUT ? ` 等 ${ids.length} 个` : ''}`];
    }),
  );

/** What was handed in. A password may stand in the login of a sign-in that was refused: that is shown to nobody. */
const givenWords = ({ act, outcome, given }: Pick<TrailLine, 'act' | 'outcome' | 'given'>): string =>
  act === 'sign-in' && outcome !== 'ok' ? '（登录没有成功，所填内容不显示）' : JSON.stringify(given);

type Titles = ReadonlyMap<string, string>;

/** What came of a change; the codes of errors and two of our own. */
const OUTCOMES: Readonly<Record<string, string>> = {
  ok: '完成',
  begun: '没有记下结果（正在办理，或办到一半程序中断）',
  'not-allowed': '无权办理',
  'not-signed-in': '没有登录',
  'bad-input': '内容有误',
  'not-found': '没有找到',
  conflict: '与他人冲突',
  refused: '按规则不允许',
  unavailable: '暂时不能办理',
  interrupted: '中途停止',
  'too-often': '过于频繁',
  usage: '设置有误',
  internal: '程序出错',
} satisfies Record<ErrorCode | 'ok' | 'begun', string>;

const words = ({ act, role, outcome, userId }: Pick<TrailLine, 'act' | 'role' | 'outcome' | 'userId'>, titles: Titles) => ({
  outcomeName: act === 'sign-in' && outcome === 'not-signed-in' ? '登录没有成功' : (OUTCOMES[outcome] ?? outcome),
  actName: titles.get(act) ?? terminalActName(act) ?? act,
  // Nobody has no role: who signs in is not signed in yet.
  roleName: userId === null ? '' : (USER_ROLES[role as keyof typeof USER_ROLES] ?? role),
});
