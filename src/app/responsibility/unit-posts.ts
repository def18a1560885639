import { dateAt } from '../../core/date.ts';
import { listedPosts, POST_GAPS_ASKED, type UnitsAsked } from '../../core/lists/units.ts';
import type { Scope } from '../../core/role.ts';
import { listUnits } from '../../store/units.ts';
import { listUsers, type User } from '../../store/users.ts';
import { activeOn, printedUnitName, UNIT_KIND_NAMES, type UnitKind } from '../../subjects/unit.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { type ListSheet, listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** Kinds that need people of their own; sub-units answer through the unit above them, which is said beside them. */
const THROUGH_PARENT: readonly UnitKind[] = ['sub_unit', 'community'];

/** What is missing (工作空档). `left`: whoever held the post has no access any more, and nobody took it over. */
export const POST_GAPS = {
  'no-person': '没有责任人',
  'person-left': '责任人已停用',
  'no-deputy': '没有副手',
  'deputy-left': '副手已停用',
} as const;
export type PostGap = keyof typeof POST_GAPS;
/** Without anyone in charge nothing reaches the unit. */
const GRAVE: readonly PostGap[] = ['no-person', 'person-left'];

/** 单位与责任人: every unit in service with person in charge and deputy, and what is missing today (seeds U09). */
export async function viewUnitPosts(app: App, areaId: string, scope: Scope) {
  const area = await areaOf(app, areaId);
  // People hold their posts now, whatever day a sample area lives in.
  const today = dateAt(app.now());
  const [units, users] = await Promise.all([listUnits(app.db, areaId), listUsers(app.db, [areaId])]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const rows = units
    .filter((unit) => activeOn(unit, today) && (scope.units === null || scope.units.includes(unit.id)))
    .map((unit) => {
      const people = users.filter((user) => user.role === 'unit' && user.unitId === unit.id);
      const holders = { person: holdersOf(people, 'person'), deputy: holdersOf(people, 'deputy') };
      const through = THROUGH_PARENT.includes(unit.kind) && unit.parentId !== null;
      const gaps = through ? [] : gapsOf(people);
      return {
        ...{ id: unit.id, name: printedUnitName(unit), kindName: UNIT_KIND_NAMES[unit.kind], group: unit.group },
        parent: unit.parentId === null ? null : (names.get(unit.parentId) ?? null),
        ...holders,
        others: people.filter((user) => user.post === null && user.disabledAt === null).map(({ name }) => name),
        through: through ? (names.get(unit.parentId ?? '') ?? null) : null,
        gaps: gaps.map((code) => ({ code, name: POST_GAPS[code], grave: GRAVE.includes(code) })),
      };
    });
  const lacking = (of: (gaps: readonly { grave: boolean }[]) => boolean): number => rows.filter(({ gaps }) => of(gaps)).length;
  return {
    area: area.name,
    today,
    rows,
    counts: {
      units: rows.length,
      noPerson: lacking((gaps) => gaps.some(({ grave }) => grave)),
      noDeputy: lacking((gaps) => gaps.some(({ grave }) => !grave)),
    },
  };
}

/** People who hold a post, who has left last. */
function holdersOf(people: readonly User[], post: 'person' | 'deputy') {
  return people
    .filter((user) => user.post === post)
    .map(({ name, disabledAt }) => ({ name, left: disabledAt === null ? null : dateAt(disabledAt) }))
    .toSorted((a, b) => Number(a.left !== null) - Number(b.left !== null));
}

function gapsOf(people: readonly User[]): PostGap[] {
  const gap = (post: 'person' | 'deputy', none: PostGap, left: PostGap): PostGap[] => {
    const holders = people.filter((user) => user.post === post);
    if (holders.some(({ disabledAt }) => disabledAt === null)) return [];
    return [holders.length === 0 ? none : left];
  };
  return [...gap('person', 'no-person', 'person-left'), ...gap('deputy', 'no-deputy', 'deputy-left')];
}

/** The same as a workbook: the units asked for, and the gaps among them apart. */
export async function unitPostsFile(
  app: App,
  areaId: string,
  scope: Scope,
  asked: UnitsAsked & { gap?: keyof typeof POST_GAPS_ASKED | undefined },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { area, today, rows: all, counts } = await viewUnitPosts(app, areaId, scope);
  const rows = listedPosts(all, asked);
  const notes = [
    `${area}单位与责任人`,
    `统计截止：${today}　单位 ${counts.units} 个，没有责任人 ${counts.noPerson} 个，没有副手 ${counts.noDeputy} 个`,
    '规则版本：unit-posts/1（责任人、副手以在用账户为准；下属单位由上级单位代管的不计）',
    filterNote([
      ['单位、姓名', asked.q],
      ['空档', asked.gap && POST_GAPS_ASKED[asked.gap]],
      ['分组', asked.group],
    ]),
  ];
  const people = (holders: readonly { name: string; left: string | null }[]): string =>
    holders.map(({ name, left }) => (left === null ? name : `${name}（${left}停用）`)).join('、');
  const sheet = (name: string, of: typeof rows): ListSheet => ({
    name,
    notes,
    head: ['单位', '类别', '分组', '上级单位', '责任人', '副手', '其他人员', '空档'],
    widths: [28, 14, 14, 22, 20, 20, 20, 30],
    rows: of.map((row) => [
      ...[row.name, row.kindName, row.group ?? '', row.parent ?? '', people(row.person), people(row.deputy), row.others.join('、')],
      row.through === null ? row.gaps.map((gap) => gap.name).join('、') : `由${row.through}代管`,
    ]),
  });
  const gaps = rows.filter((row) => row.gaps.length > 0);
  return { fileName: `${area}单位与责任人.xlsx`, bytes: await listWorkbook([sheet('单位与责任人', rows), sheet('工作空档', gaps)]) };
}
