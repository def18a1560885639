import { z } from 'zod';
import { date, id, periodId } from './fields.ts';

/** Input of answers about a month or quarter of the calendar; without a period: the month of today. */
export const ofPeriod = z.object({ areaId: id, period: periodId.optional() });
/** A period as these answers name it. */
export const calendarPeriod = z.object({ id: z.string(), label: z.string(), from: date, to: date });
