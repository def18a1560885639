import { chineseDate, clockAt, dateAt } from '../../core/date.ts';
import { listedPromptUnits, PROMPT_DONE } from '../../core/lists/prompt-units.ts';
import { PROMPT_KINDS, PROMPT_STATES, SPEEDS } from '../../ledger/prompt.ts';
import type { PromptQuery } from '../../store/prompt-pages.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { listedPrompts, viewPrompt } from './view-prompts.ts';

/** 落实情况 of the units of a prompt asked for, in the order of completion, those not done last; the day and the rule stand above. */
export async function promptFile(app: App, areaId: string, id: string, speed?: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { prompt, units, counts, answers, rule, today } = await viewPrompt(app, areaId, id);
  const last = Number.MAX_SAFE_INTEGER;
  const ordered = listedPromptUnits(units, speed).toSorted((a, b) => (a.place ?? last) - (b.place ?? last));
  const isCheck = prompt.kind.code === 'self_check';
  const until = prompt.dueOn === null ? '未设完成时限' : `完成时限 ${chineseDate(prompt.dueOn)}（含当日）`;
  const summed = answers
    ? `；自查 ${answers.answered} 个单位，未发现问题 ${answers.clean} 个，发现问题 ${answers.found} 个，已整改 ${answers.fixed} 个`
    : '';
  const bytes = await listWorkbook([
    {
      name: '落实情况',
      notes: [
        `${prompt.heading}（${chineseDate(prompt.sentOn)}提示，${until}）`,
        `截至 ${today}：提示 ${counts.asked} 个单位，确认收到 ${counts.received} 个，完成 ${counts.done} 个${summed}。`,
        `口径：${rule}。`,
        filterNote([['落实情况', speed && ({ ...PROMPT_DONE, ...SPEEDS }[speed as keyof typeof PROMPT_DONE] ?? speed)]]),
      ],
      head: [
        '完成顺序',
        '单位',
        '确认收到',
        '完成',
        '用时（天）',
        '落实情况',
        ...(isCheck ? ['自查发现', '已整改'] : []),
        '说明',
        '佐证',
        '催办次数',
      ],
      widths: [10, 28, 18, 18, 12, 14, ...(isCheck ? [10, 10] : []), 40, 40, 10],
      rows: ordered.map((row) => [
        ...[row.place, row.unit.name, moment(row.receivedAt), moment(row.doneAt), row.days, row.speed.name],
        ...(isCheck ? [row.found, row.fixed] : []),
        ...[row.note, row.proof, row.reminded],
      ]),
    },
  ]);
  return { fileName: `${area.name}${prompt.heading.replace(/[\\/:*?"<>|]/g, '')}落实情况${today}.xlsx`, bytes };
}

/** The prompts of an area that a list shows, whole, as a workbook, with how far each has come. */
export async function promptsFile(app: App, areaId: string, query: PromptQuery): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { rows, today } = await listedPrompts(app, areaId, query, { limit: null, offset: 0 });
  const bytes = await listWorkbook([
    {
      name: '工作提示',
      notes: [
        `${area.name}工作提示`,
        `截至 ${today}，共 ${rows.length} 条。口径：各条提示按发出时的规定计算快慢。`,
        filterNote([
          ['状态', query.state && PROMPT_STATES[query.state]],
          ['种类', query.kind && PROMPT_KINDS[query.kind]],
          ['标题', query.words],
        ]),
      ],
      head: [
        '标题',
        '种类',
        '提示日期',
        '完成时限',
        '状态',
        '提示单位',
        '确认收到',
        '完成',
        '落实较快',
        '按期完成',
        '落实迟缓',
        '自查发现',
        '已整改',
        '提示人',
      ],
      widths: [40, 16, 12, 12, 10, 10, 10, 8, 10, 10, 10, 10, 10, 14],
      rows: rows.map(({ heading, kind, sentOn, dueOn, state, counts, answers, madeBy }) => {
        const of = (code: string) => counts.speeds.find((speed) => speed.code === code)?.count ?? 0;
        const speeds = [of('fast'), of('in_time'), of('slow')];
        const found = answers ? [answers.found, answers.fixed] : [null, null];
        return [heading, kind.name, sentOn, dueOn, state.name, counts.asked, counts.received, counts.done, ...speeds, ...found, madeBy];
      }),
    },
  ]);
  return { fileName: `${area.name}工作提示${today}.xlsx`, bytes };
}

/** 2024-04-26 17:05, the time of Beijing; empty while it has not happened. */
function moment(at: string | null): string {
  return at === null ? '' : `${dateAt(at)} ${clockAt(at)}`;
}
