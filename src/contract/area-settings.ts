import { z } from 'zod';
import { CATEGORY_CODES, type Category } from '../core/category.ts';
import { USER_ROLE_CODES, type UserRole } from '../core/role.ts';
import { count, id, named } from './fields.ts';

/** Settings as the page of an area shows and changes them. Bounds and defaults are the application's: it names every value that is wrong. */
const words = z.string().max(200);
const optional = words.nullable();
const clockTime = z.string().max(5);
const hours = z.object({ from: clockTime, to: clockTime });
const amount = z.number();
const lines = z.array(z.string().max(200)).max(60);

export const settingsShape = {
  profile: words,
  /** Keys of the figures an operator has compared with the official text. */
  sheet: z.object({ confirmed: z.array(z.string().max(60)).max(500) }),
  scheduled: z.boolean(),
  rectifyWithinWorkingDays: amount,
  autoClose: z.array(z.enum(CATEGORY_CODES as [Category, ...Category[]])),
  looking: z.object({
    hours: hours.nullable(),
    pages: amount,
    requests: amount,
    /** Other values for single sites; kept as they are. */
    sites: z.record(id, z.object({ hours: hours.nullable(), pages: amount, requests: amount }).partial()),
  }),
  /** null: the limits of the sheet. */
  lowOutput: z.object({ minimumPosts: amount, minimumOriginalPercent: amount }).nullable(),
  sweep: z.object({ everyDays: amount, hours, pages: amount }),
  head: z.object({
    issuer: words,
    letterhead: optional,
    monitor: optional,
    printingOffice: optional,
    addressees: lines,
    cc: lines,
    disclosureMark: z.enum(['主动公开', '依申请公开', '不予公开']).nullable(),
    sealed: z.boolean(),
    contacts: z.array(z.object({ matter: words, name: words, phone: optional, qq: optional })).max(30),
    editorNote: z.string().max(1000).nullable(),
  }),
  addressGroups: z
    .array(
      z.object({
        name: words,
        parts: z
          .array(
            z.object({
              printed: words,
              kinds: z.array(z.string()),
              groups: lines,
              units: z.array(words).max(500),
              except: z.array(words).max(500),
            }),
          )
          .max(30),
      }),
    )
    .max(30),
  noticeTemplates: z.object({ month: words, quarter: words }),
  reports: z
    .array(
      z.object({ every: z.enum(['month', 'quarter', 'year']), name: words, withinWorkingDays: amount, from: words, template: optional }),
    )
    .max(30)
    .nullable(),
  messages: z.object({
    address: z.string().max(300).nullable(),
    graveReaders: z.array(z.string().max(60)).max(20),
    graveRoles: z.array(z.enum(USER_ROLE_CODES as [UserRole, ...UserRole[]])),
    dutyChangesAt: clockTime,
    answerWithinMinutes: amount,
    remind: z.boolean(),
    remindAt: clockTime,
    days: z.object({ dueSoon: amount, overdue: amount, letter: amount, notice: amount }),
  }),
  prompts: z.object({
    fastWithin: amount,
    fastDays: z.enum(['calendar', 'working']),
    fastFirst: amount.nullable(),
    selfFoundWithin: amount,
  }),
};

const workYear = z.object({
  year: z.number().int(),
  /** Whether its arrangement is known at all; if not, days are reckoned by weekends and called provisional. */
  known: z.boolean(),
  entered: z.boolean(),
  shipped: z.boolean(),
  source: z.string().nullable(),
  /** The number of the notice is from memory. */
  unsure: z.boolean(),
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
});

/** A figure of the indicators that came from memory or from a single copy. */
const unsureFigure = z.object({
  key: z.string(),
  clause: z.string(),
  title: z.string(),
  /** What the points are taken or given for; null = the figure is in the title, or the clause's full marks. */
  condition: z.string().nullable(),
  points: z.number().nullable(),
  each: z.boolean(),
  mark: z.string(),
});

export const settingsView = z.object({
  area: z.string(),
  simulated: z.boolean(),
  settings: z.object(settingsShape),
  workYears: z.array(workYear),
  /** Of the sheet in force today; empty when none is. */
  unsureFigures: z.array(unsureFigure),
  choices: z.object({
    profiles: z.array(z.string()),
    templates: z.array(z.object({ id: z.string(), name: z.string(), periods: z.array(z.string()) })),
    categories: z.array(named),
    kinds: z.array(named),
    groups: z.array(z.string()),
    units: z.array(z.string()),
  }),
});

/** A year's working days as an administrator enters them. */
export const workYearWish = {
  year: count,
  source: z.string().trim().min(1, '请填写放假通知的文号和日期').max(200),
  holidays: z.array(z.string().max(10)).max(366),
  workdays: z.array(z.string().max(10)).max(100),
};
