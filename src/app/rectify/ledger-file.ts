import { project } from '../../ledger/project.ts';
import { batches } from '../../store/batch.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { rangeWords } from '../../subjects/range-words.ts';
import { readAreaSettings } from '../area-settings.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { rulesFor } from '../judge/rules.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { type ProblemsAsked, viewProblems } from '../views/problems.ts';
import type { Range } from '../views/range.ts';
import { ledgerFilters } from './ledger-filters.ts';
import { FINDING_NAMES } from './view-rectification.ts';

/** More lines than anybody reads in a spreadsheet; how many were left out is said in it. */
const MOST_LINES = 20_000;

/** 问题台账 as a workbook, narrowed as the list is. 是否整改 is the office's finding; the unit's word stands in a column of its own (seeds P04). */
export async function ledgerFile(app: App, areaId: string, range: Range, asked: Omit<ProblemsAsked, 'page' | 'size'>) {
  const area = await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const { rows, total } = await viewProblems(app, range, { ...asked, page: 1, size: MOST_LINES });
  const states = await statesOf(app, rows);
  const { sheet } = await rulesFor(await readAreaSettings(app.db, areaId), today);
  const words = rangeWords(area);
  const isWhole = typeof range.areas !== 'string';
  const name = `${area.name}${isWhole ? `（${words.whole}）` : ''}问题台账`;
  const left = total > rows.length ? `只列前${rows.length}条，另有${total - rows.length}条请缩小筛选范围后导出。` : '';
  const bytes = await listWorkbook([
    {
      name: '问题台账',
      notes: [
        name,
        `截至${today}，共${total}条；检查规则${sheet.key}。${left}`,
        filterNote(await ledgerFilters(app, range, asked)),
        '“是否整改”以政务公开办复核为准，单位自报另列。',
      ],
      head: [
        '序号',
        ...(isWhole ? [words.each] : []),
        '责任单位',
        '网站、账号',
        '位置',
        '存在问题',
        '类别',
        '发现日期',
        '状态',
        '整改期限',
        '单位反馈日期',
        '是否整改',
        '复核日期',
        '销号日期',
        '连续期数',
      ],
      widths: [6, ...(isWhole ? [16] : []), 26, 26, 34, 46, 18, 12, 12, 12, 12, 12, 12, 12, 9],
      rows: rows.map((row, i) => {
        const state = states.get(row.id);
        return [
          ...[
            i + 1,
            ...(isWhole ? [row.area.code === areaId ? `${area.name}本级` : row.area.name] : []),
            row.unit.name,
            row.channel?.name ?? '',
            row.place,
            row.text,
            row.category.name,
            row.foundOn,
            row.status.name,
          ],
          ...[row.dueOn ?? '', state?.claimedFixedOn ?? '', state ? FINDING_NAMES[state.rectified] : '', state?.recheckedOn ?? ''],
          ...[state?.closedOn ?? '', row.periods],
        ];
      }),
    },
  ]);
  return { bytes, fileName: fileNameOf(`${name}${today}`, 'xlsx') };
}

async function statesOf(app: App, rows: readonly { id: string }[]) {
  const states = new Map<string, ReturnType<typeof project>>();
  for (const part of batches(rows)) {
    const histories = await listEventsOf(
      app.db,
      part.map(({ id }) => id),
    );
    for (const [id, events] of histories) states.set(id, project(events));
  }
  return states;
}
