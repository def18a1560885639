import { z } from 'zod';
import { isCalendarDate } from '../core/date.ts';

/** Shapes that several endpoints share. */
export const id = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w.:-]+$/, '编号只含字母、数字和 _ . : -，请从列表中选择');
/** Later days are typed by mistake, and some days on there is no date any more. */
const DAYS_END = '2200-01-01';
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应为 2026-01-01 这样的日期')
  .refine((text) => isCalendarDate(text) && text < DAYS_END, '没有这一天，应为 2026-01-01 这样的日期');
export const monthId = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '月份应写作 2022-12');
export const periodId = z.string().regex(/^\d{4}-(?:(?:0[1-9]|1[0-2])|Q[1-4])$/, '应写作 2022-12 或 2020-Q1');

/** Several values in one query field, parted by commas; absent and empty are the same: no restriction. */
export const list = z
  .string()
  .max(4000)
  .optional()
  .transform((text) => (text ? text.split(',').filter(Boolean) : []));

/** Words a list is narrowed by; empty is the same as absent. */
export const wordsAsked = z.string().trim().max(200, '不能超过 200 字').optional();
export const direction = z.enum(['asc', 'desc']).optional();

/** A closed list's code with the name people read. */
export const named = z.object({ code: z.string(), name: z.string() });
export const count = z.number().int().nonnegative();
export const measured = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
