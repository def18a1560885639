import type { CalendarDate } from '../../../core/date.ts';
import type { StateDraft } from './draft.ts';
import type { FieldSpec } from './field.ts';
import type { RowReader } from './row-reader.ts';
import { CHANNEL_STATE_WORDS } from './words.ts';

/** The three columns every channel sheet has about its state. */
export const STATE_FIELDS: Readonly<Record<'opened' | 'state' | 'stateFrom', FieldSpec>> = {
  opened: {
    title: '开设日期',
    synonyms: ['开通日期', '上线日期', '开通时间', '开设时间', '注册日期'],
    hint: '开始运行的日期；早已开设、日期不详的不填。',
    examples: ['2019-06-01', ''],
    width: 14,
  },
  state: {
    title: '状态',
    synonyms: ['运行状态', '当前状态', '运行情况'],
    hint: '从下拉列表选择；不填视为正常运行。',
    values: CHANNEL_STATE_WORDS.names,
    examples: ['正常运行', '正常运行'],
    width: 12,
  },
  stateFrom: {
    title: '状态起始日期',
    synonyms: ['状态日期', '状态时间', '关停日期', '注销日期', '变更日期'],
    hint: '这一状态从哪天开始。关停、注销、停运必须填：当天起不再计入正常运行数。',
    examples: ['', ''],
    width: 16,
  },
};

/** Reads them; a state other than in operation needs its first day, or the count on a day could not be told. */
export function readState(row: RowReader, today: CalendarDate): StateDraft {
  const openedOn = row.date('opened');
  const state = row.choice('state', CHANNEL_STATE_WORDS);
  const stateFrom = row.date('stateFrom');
  if (
    state !== undefined &&
    !['in_operation', 'requested'].includes(state) &&
    stateFrom === undefined &&
    row.cell('stateFrom').text === ''
  ) {
    row.fault('stateFrom', `状态是“${row.cell('state').shown}”时必填：写明从哪天开始`);
  }
  if (stateFrom !== undefined && state === undefined && row.cell('state').text === '') row.fault('state', '填了状态起始日期，就要填状态');
  if (openedOn !== undefined && stateFrom !== undefined && stateFrom < openedOn)
    row.fault('stateFrom', `早于开设日期 ${openedOn}，应不早于它`);
  if (openedOn !== undefined && openedOn > today) row.fault('opened', `晚于导入当天 ${today}，尚未开设的请不填开设日期，状态填“待备案”`);
  return { openedOn, state, stateFrom };
}
