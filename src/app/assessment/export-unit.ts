import { CATEGORIES } from '../../core/category.ts';
import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import { PROBLEM_STATUSES } from '../../ledger/status.ts';
import { listUnits } from '../../store/units.ts';
import { listLedger, unitOfLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { entrySheet, yearNotes } from './export-year.ts';
import { namingsOf, noticesOfYear } from './namings.ts';
import { unitsInScope } from './scope.ts';
import { viewEntries } from './view-entries.ts';
import { viewYear, type YearView } from './view-year.ts';
import { type ListSheet, listWorkbook } from './workbook.ts';

const ALL = 100_000;

/** 考核佐证 of one unit and its sub-units for a year: every notice that concerns it, its problems, its entries (seeds E08). */
export async function exportUnit(app: App, areaId: string, year: number, unitId: string, scope: Scope = WHOLE_AREA) {
  const area = await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const unit = units.find(({ id }) => id === unitId);
  const within = unitsInScope(units, { unitId });
  if (!unit || !within) throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  const names = new Set(units.filter(({ id }) => within.has(id)).map(({ name }) => name));
  const view = await viewYear(app, areaId, year, { unitId });
  const notes = [`${unit.name}${year}年度考核佐证`, ...yearNotes(area.name, view).slice(1)];
  const entries = await viewEntries(app, areaId, year, { unitId, size: null });
  const bytes = await listWorkbook([
    scoreSheet(view, unitId, notes),
    await noticeSheet(app, areaId, year, { names, within, notes }),
    await problemSheet(app, areaId, year, { within, notes, scope }),
    entrySheet(entries, notes),
  ]);
  return { fileName: `${unit.name}${year}年度考核佐证.xlsx`, bytes };
}

/** Every item of the scheme with what the unit has in it: those nothing was entered for too, satisfaction among them (seeds E07). */
function scoreSheet({ scheme, units }: YearView, unitId: string, notes: readonly string[]): ListSheet {
  const own = units.find((one) => one.unitId === unitId);
  const rows = scheme.items.map(({ id, name, base, cap, source }) => {
    const item = own?.items.find(({ itemId }) => itemId === id);
    return [name, source.name, base, cap, item?.entries ?? 0, item?.sum ?? 0, item?.score ?? base];
  });
  const sum = ['合计', '', scheme.fullScore, null, null, null, own?.score ?? null];
  return {
    name: '各项得分',
    notes,
    head: ['项目', '依据', '基本分', '上限', '记录数', '加减分', '得分'],
    widths: [24, 20, 10, 10, 10, 10, 10],
    rows: [...rows, sum],
  };
}

async function noticeSheet(
  app: App,
  areaId: string,
  year: number,
  { names, within, notes }: { names: ReadonlySet<string>; within: ReadonlySet<string>; notes: readonly string[] },
): Promise<ListSheet> {
  const notices = await noticesOfYear(app, areaId, year);
  const namings = await namingsOf(app, areaId, notices, await listUnits(app.db, areaId));
  const rows = notices.flatMap(({ id, title, issuedAt, snapshot }) => {
    const channels = snapshot.channels.filter((channel) => names.has(channel.unit));
    const problems = snapshot.problems.filter((problem) => names.has(problem.unit)).length;
    const named = namings.filter((naming) => naming.noticeId === id && within.has(naming.unitId));
    if (channels.length === 0 && problems === 0 && named.length === 0) return [];
    const words = (tone: 'named' | 'praised') =>
      named
        .filter((naming) => naming.tone === tone)
        .flatMap(({ grounds }) => grounds)
        .join('、');
    return [
      [
        ...[title, snapshot.document.number ?? '', issuedAt === null ? '' : dateAt(issuedAt), snapshot.period.label],
        channels.map(({ name, verdict }) => `${name}：${CHANNEL_VERDICT_NAMES[verdict]}`).join('；'),
        ...[problems, words('named'), words('praised')],
      ],
    ];
  });
  const head = ['通报', '文号', '印发日期', '期', '检查结果', '问题数', '点名', '表扬'];
  return { name: '通报', notes, head, widths: [44, 20, 12, 14, 50, 8, 24, 24], rows };
}

async function problemSheet(
  app: App,
  areaId: string,
  year: number,
  { within, notes, scope }: { within: ReadonlySet<string>; notes: readonly string[]; scope: Scope },
): Promise<ListSheet> {
  const { rows } = await listLedger(app.db, areaId, {
    ...{ statuses: [], categories: [], unitIds: [...within], kinds: [], channelIds: [], overdue: null, words: null, scope },
    ...{ sort: 'found', descending: false, limit: ALL, offset: 0 },
  });
  return {
    name: '问题',
    notes,
    head: ['编号', '单位', '网站或账号', '类别', '位置', '问题', '发现日期', '最近办理', '整改期限', '状态'],
    widths: [26, 20, 24, 16, 30, 50, 12, 12, 12, 12],
    rows: rows
      .filter(({ firstFoundOn, lastActOn }) => firstFoundOn <= `${year}-12-31` && lastActOn >= `${year}-01-01`)
      .map((line) => [
        ...[line.id, unitOfLine(line), line.channelName ?? '', CATEGORIES[line.category], line.placeLabel, line.text],
        ...[line.firstFoundOn, line.lastActOn, line.dueOn ?? '', PROBLEM_STATUSES[line.status]],
      ]),
  };
}
