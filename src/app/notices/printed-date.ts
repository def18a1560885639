import { type CalendarDate, chineseDate, isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { draftOf, type WorkingDraft } from './working-draft.ts';

/** 印发日期 of a notice that is issued on a day: that day, or the day of signing where it is later. */
export const printedOn = (day: CalendarDate, signed: CalendarDate | null): CalendarDate => (signed !== null && signed > day ? signed : day);

/**
 * The draft as it is issued: its 版记 has a 印发日期, the one that was chosen or the day of issue; one that was written while it was
 * drafted stays. Throws 'bad-input' for a day that is none, or is before that of signing.
 */
export async function withPrintedDate(
  app: App,
  notice: Notice,
  draft: WorkingDraft,
  { day, printedDate }: { day: CalendarDate; printedDate?: CalendarDate | null },
): Promise<WorkingDraft> {
  const { signedDate, printedDate: written } = draft.snapshot.document;
  if (written !== null) return draft;
  const printed = printedDate ?? printedOn(day, signedDate);
  if (!isCalendarDate(printed)) throw refusal(printed, '没有这一天，应写作 2022-12-27');
  if (signedDate !== null && printed < signedDate) throw refusal(printed, `不能早于成文日期${chineseDate(signedDate)}`);
  const { edits } = draft;
  return { ...draft, ...(await draftOf(app, notice, { ...edits, head: { ...edits.head, printedDate: printed } })) };
}

const refusal = (value: string, message: string): MingchaError =>
  new MingchaError('bad-input', `印发日期：${message}。`, '请改正后再印发。', {
    faults: [{ field: '印发日期', path: 'printedDate', value, message }],
  });
