import { type CalendarDate, dateAt, isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { LAYERS, type Layer } from '../../text/finding.ts';

const ALL = Object.keys(LAYERS) as Layer[];

/** The day lists are taken at; today when none is asked for. @throws usage for what is no day. */
export function proofDay(asked: string | undefined): CalendarDate {
  if (asked === undefined) return dateAt(new Date().toISOString());
  if (isCalendarDate(asked)) return asked;
  throw new MingchaError('usage', `--day 的值“${asked}”不是日期。`, '请写成 2026-11-22 的形式。');
}

/** The layers asked for, `L0,L1`; all of them when none is. @throws usage with the layers there are. */
export function proofLayers(asked: string | undefined): readonly Layer[] {
  if (asked === undefined) return ALL;
  const named = asked
    .toUpperCase()
    .split(/[,，、\s]+/)
    .filter(Boolean);
  const unknown = named.filter((layer) => !(ALL as string[]).includes(layer));
  if (named.length > 0 && unknown.length === 0) return ALL.filter((layer) => named.includes(layer));
  throw new MingchaError(
    'usage',
    `--layers 的值“${asked}”不对。`,
    `可用的层次：${ALL.map((layer) => `${layer} ${LAYERS[layer]}`).join('，')}；用逗号隔开。`,
  );
}
