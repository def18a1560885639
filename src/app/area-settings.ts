import { z } from 'zod';
import { CRAWL_DEFAULTS } from '../collect/crawl/job.ts';
import { SITE_DEFAULTS } from '../collect/settings.ts';
import { CATEGORY_CODES, type Category } from '../core/category.ts';
import { isCalendarDate } from '../core/date.ts';
import { type InputFault, MingchaError } from '../core/error.ts';
import { USER_ROLE_CODES, type UserRole } from '../core/role.ts';
import { IN_CHINESE, issueWords } from '../core/shape-words.ts';
import { REMINDER_DAYS } from '../ledger/reminder.ts';
import { REPORT_INTERVALS, reportPeriod } from '../notice/calendar/duty.ts';
import type { Db } from '../store/schema.ts';
import { putSetting, readSettings } from '../store/settings.ts';
import { fold } from './import/words/fold.ts';
import { periodOf } from './import/words/period-words.ts';
import { addressGroup } from './notices/address-groups.ts';

/** Nobody works on the sites then, and few read them. */
const NIGHT = { from: '22:00', to: '06:00' };
const SWEEP_PAGES = CRAWL_DEFAULTS.maxPages;

const requirement = z.object({ heading: z.string(), text: z.string(), due: z.string().nullable() });

/** Head of the area's notices: what stays the same from one to the next. */
const head = z.object({
  issuer: z.string(),
  letterhead: z.string().nullable().default(null),
  monitor: z.string().nullable().default(null),
  printingOffice: z.string().nullable().default(null),
  addressees: z.array(z.string()).default([]),
  cc: z.array(z.string()).default([]),
  disclosureMark: z.enum(['主动公开', '依申请公开', '不予公开']).nullable().default(null),
  sealed: z.boolean().default(false),
  /** 依据; `until` and `replacedBy` where the office knows better than the shipped register of documents. */
  basis: z
    .array(
      z.object({
        title: z.string(),
        number: z.string().nullable(),
        until: z.string().refine(isCalendarDate, '应为 2022-12-27 形式的日期').nullable().optional(),
        replacedBy: z.string().nullable().optional(),
      }),
    )
    .default([]),
  contacts: z
    .array(
      z.object({
        matter: z.string(),
        name: z.string(),
        phone: z.string().nullable().default(null),
        qq: z.string().nullable().default(null),
      }),
    )
    .default([]),
  editorNote: z.string().nullable().default(null),
});

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时刻应写成 22:00 这样的形式');
const hours = z
  .strictObject({ from: clockTime, to: clockTime }, '访问时段应为 {"from":"22:00","to":"06:00"} 这样的起止时刻')
  .refine(({ from, to }) => from !== to, '访问时段的起止时刻不能相同；不限时段请填 null');
const count = (least: number, most: number) =>
  z.int(`应为 ${least} 到 ${most} 之间的整数`).min(least, `不能小于 ${least}`).max(most, `不能大于 ${most}`);

const yearOf = (text: string): string | null => /^(\d{4})年?$/.exec(fold(text).replace(/ /g, ''))?.[1] ?? null;

/** A report that is owed after every period, from the one named on (seeds N03). */
const report = z
  .strictObject({
    every: z.enum(REPORT_INTERVALS),
    name: z.string().min(1),
    withinWorkingDays: count(1, 250),
    /** As people write it: 2026年3月 is 2026-03. */
    from: z.string().transform((text) => periodOf(text) ?? yearOf(text) ?? text),
    template: z.string().nullable().default(null),
  })
  .superRefine(({ every, from }, context) => {
    try {
      reportPeriod(every, from);
    } catch (error) {
      context.addIssue({ code: 'custom', path: ['from'], message: (error as MingchaError).message });
    }
  });

/** 一政策一解读: forms that offices count. */
const INTERPRETATION_FORMS = ['问答', '访谈', '图解', '音频', 'H5'];

const workingDays = count(0, 60);
const messages = z.strictObject({
  /** Address of this program as people reach it, for links in messages; null: messages carry none. */
  address: z
    .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的地址' })
    .nullable()
    .default(null),
  /** 严重信息知悉范围: names and roles that see severe findings, nobody else (seeds S04). */
  graveReaders: z.array(z.string().trim().min(1).max(60)).min(1, '至少要有一个人').max(20).default(['政务公开办', '信息中心', '分管领导']),
  /** 知悉范围 in roles: whoever signs in as another one sees no severe problem (seeds S04). */
  graveRoles: z
    .array(z.enum(USER_ROLE_CODES as [UserRole, ...UserRole[]]))
    .refine((roles) => roles.includes('office') && roles.includes('unit'), '政务公开办和责任单位必须在内：一个交办，一个整改')
    .default(['office', 'centre', 'unit']),
  /** 值班交接时刻: until then a night belongs to the roster of the day before. */
  dutyChangesAt: clockTime.default('08:30'),
  /** An alarm nobody has answered goes to the deputy after so many minutes (seeds S02). */
  answerWithinMinutes: count(1, 720).default(30),
  /** Units are reminded of their deadlines by the program, on working days from this time on. */
  remind: z.boolean().default(true),
  remindAt: clockTime.default('09:00'),
  days: z
    .strictObject({ dueSoon: workingDays, overdue: count(1, 60), letter: count(1, 60), notice: count(1, 60) })
    .refine(({ overdue, letter, notice }) => overdue < letter && letter < notice, '逾期提醒、督办、拟通报的天数应当一个比一个大')
    .default(REMINDER_DAYS),
});

/** What a site may be asked for on one day. */
const allowance = {
  /** Home, list and article pages. */
  pages: count(1, 100_000),
  requests: count(10, 1_000_000),
};

const SHAPE = {
  /** Indicator sheet profile the area is judged by. */
  profile: z.string().default('national'),
  /** Clauses and figures an operator has compared with the official text; options set for single units or columns. */
  sheet: z
    .object({
      confirmed: z.array(z.string()).default([]),
      overrides: z
        .array(
          z.object({
            check: z.string(),
            unitId: z.string().optional(),
            subjectId: z.string().optional(),
            options: z.record(z.string(), z.unknown()),
          }),
        )
        .default([]),
    })
    .default({ confirmed: [], overrides: [] }),
  /** `simulated`: a sample area whose sites are served by us; its monitored day is not today. */
  clock: z.enum(['real', 'simulated']).default('real'),
  /** The scheduler looks at the area by itself on working days. */
  scheduled: z.boolean().default(false),
  head: head.default({
    issuer: '',
    letterhead: null,
    monitor: null,
    printingOffice: null,
    addressees: [],
    cc: [],
    disclosureMark: null,
    sealed: false,
    basis: [],
    contacts: [],
    editorNote: null,
  }),
  requirements: z.array(requirement).default([]),
  /** 主送机关 the office uses again; the first stands in a new notice where the head names none. */
  addressGroups: z.array(addressGroup).default([]),
  /** Kind of notice drafted when none is named, by kind of period. */
  noticeTemplates: z
    .strictObject({ month: z.string().default('monthly-monitoring'), quarter: z.string().default('quarterly-accounts') })
    .default({ month: 'monthly-monitoring', quarter: 'quarterly-accounts' }),
  /** Notices and reports the office owes; null: those it has begun to issue, within the usual days. */
  reports: z.array(report).nullable().default(null),
  /** 年度考核, 日常监测: weight of a period by kind, and points a failed channel costs in it (seeds E02). */
  assessment: z
    .strictObject({
      weights: z.strictObject({ month: z.number().min(0).optional(), quarter: z.number().min(0).optional() }),
      deductions: z.strictObject({ fail: z.number().min(0).optional(), undecided: z.number().min(0).optional() }),
    })
    .default({ weights: { month: 1, quarter: 3 }, deductions: { fail: 1 } }),
  /** 末N位 by completion. `groups` null: those groups whose last n are all behind the straight pace of the year. */
  lastPlaces: z
    .strictObject({ n: count(1, 20).default(5), groups: z.array(z.string()).nullable().default(null) })
    .default({ n: 5, groups: null }),
  /** 政策解读: forms a document must have at least, and those that count, in printing order. */
  interpretation: z
    .strictObject({ required: count(1, 10).default(2), forms: z.array(z.string()).min(1).default(INTERPRETATION_FORMS) })
    .default({ required: 2, forms: INTERPRETATION_FORMS }),
  /** Categories that are closed as soon as a machine has seen the fix; the office's standing instruction. */
  autoClose: z.array(z.enum(CATEGORY_CODES as [Category, ...Category[]])).default([]),
  /** Working days a unit has after a hand-over (整改期限). */
  rectifyWithinWorkingDays: z.number().int().min(1).max(250).default(5),
  /**
   * Hours in which sites are looked at (null = any; the hourly availability visits are single requests and come all day),
   * and what one site may be asked for in a day; `sites`: other values for single ones, by id.
   */
  looking: z
    .strictObject({
      hours: hours.nullable().default(null),
      pages: allowance.pages.default(SITE_DEFAULTS.maxPages),
      requests: allowance.requests.default(SITE_DEFAULTS.maxRequests),
      sites: z.record(z.string(), z.strictObject({ ...allowance, hours: hours.nullable() }).partial()).default({}),
    })
    .default({ hours: null, pages: SITE_DEFAULTS.maxPages, requests: SITE_DEFAULTS.maxRequests, sites: {} }),
  /** 发布量少、原创少 (seeds M13): below which an account is named as weak, never failed; null leaves both limits to the sheet. */
  lowOutput: z
    .strictObject({ minimumPosts: count(1, 1000), minimumOriginalPercent: count(0, 100) })
    .nullable()
    .default(null),
  /** 全站巡查: every page and every link of every site, every so many days (0 = never), at night. */
  sweep: z
    .strictObject({ everyDays: count(0, 366).default(30), hours: hours.default(NIGHT), pages: allowance.pages.default(SWEEP_PAGES) })
    .default({ everyDays: 30, hours: NIGHT, pages: SWEEP_PAGES }),
  /** The public page of issued notices: code that begins index numbers, columns and classes to choose from (seeds B01, B02, B04). */
  publication: z
    .strictObject({
      organisation: z.string().nullable().default(null),
      columns: z.array(z.strictObject({ id: z.string().min(1), path: z.array(z.string().min(1)).min(1) })).min(1),
      genres: z.array(z.string().min(1)).min(1),
      groupings: z.array(z.string().min(1)).min(1),
      topics: z.array(z.string().min(1)).min(1),
    })
    .default({
      organisation: null,
      columns: [{ id: 'progress', path: ['监督保障', '工作推进'] }],
      genres: ['通报', '通知', '报告'],
      groupings: ['监督保障', '工作推进', '组织管理'],
      topics: ['政务公开', '政府网站与政务新媒体', '综合政务'],
    }),
  /** 消息、提醒和值班. */
  messages: messages.prefault({}),
  /** 工作提示: when a unit is 落实较快 (seeds O08); working days in which a unit's own finding is held against nobody (seeds M20). */
  prompts: z
    .strictObject({
      fastWithin: workingDays.default(2),
      fastDays: z.enum(['calendar', 'working']).default('calendar'),
      fastFirst: count(1, 200).nullable().default(null),
      selfFoundWithin: workingDays.default(5),
    })
    .prefault({}),
  /** The operator answers for the sites of the own area and overrides robots.txt. */
  obeyRobots: z.boolean().default(true),
} as const;

export type AreaSettings = { [K in keyof typeof SHAPE]: z.output<(typeof SHAPE)[K]> };
export const AREA_SETTING_KEYS = Object.keys(SHAPE) as (keyof typeof SHAPE)[];

/** Settings of an area with defaults for what nobody has set. A value of a wrong shape is refused by name, never guessed. */
export async function readAreaSettings(db: Db, areaId: string): Promise<AreaSettings> {
  return settingsOf(await readSettings(db, areaId));
}

/** Settings as kept, by key, with defaults for what is missing; see readAreaSettings. */
export function settingsOf(kept: ReadonlyMap<string, unknown>): AreaSettings {
  const entries = AREA_SETTING_KEYS.map((key) => {
    const parsed = SHAPE[key].safeParse(kept.get(key), IN_CHINESE);
    if (parsed.success) return [key, parsed.data];
    throw new MingchaError(
      'bad-input',
      `本地区的设置“${AREA_SETTING_NAMES[key]}”（${key}）内容不对：${parsed.error.issues[0]?.message}。`,
      '请重新填写该项设置。',
      { cause: parsed.error },
    );
  });
  return Object.fromEntries(entries) as AreaSettings;
}

/** What holds for one site: its own values where it has some, else those of the area. */
export function lookingAt({ looking }: Pick<AreaSettings, 'looking'>, siteId: string) {
  const { sites, ...area } = looking;
  return { ...area, ...sites[siteId] };
}

/** Setting names as the command line and error messages call them. */
export const AREA_SETTING_NAMES: Readonly<Record<keyof AreaSettings, string>> = {
  profile: '检查方案',
  sheet: '指标核实与单项调整',
  clock: '时钟',
  scheduled: '定时监测',
  head: '通报版头',
  requirements: '工作要求',
  addressGroups: '主送机关组',
  noticeTemplates: '通报模板',
  reports: '应印发的通报和报告',
  assessment: '年度考核：日常监测计分',
  lastPlaces: '末位排名',
  interpretation: '政策解读形式',
  autoClose: '机器复核后自动销号的类别',
  rectifyWithinWorkingDays: '整改期限（工作日）',
  looking: '访问时段与用量',
  lowOutput: '发布量少、原创少的下限',
  sweep: '全站巡查',
  publication: '通报公开页',
  messages: '消息、提醒和值班',
  prompts: '工作提示和主动巡网',
  obeyRobots: '遵守 robots',
};

/**
 * Changes settings of an area, all of them or none. Throws 'bad-input' naming every key that is unknown or of a wrong
 * shape, and 'refused' for the clock: only a sample area, served by ourselves, has a simulated one.
 */
export async function writeAreaSettings(db: Db, areaId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  if ('clock' in changes) throw new MingchaError('refused', '时钟不能更改：只有示例地区使用模拟日期。', '请去掉 clock 这一项。');
  const faults: InputFault[] = [];
  for (const [key, value] of Object.entries(changes)) {
    if (!(key in SHAPE)) {
      faults.push({ field: key, message: `没有这项设置。可用：${AREA_SETTING_KEYS.filter((known) => known !== 'clock').join('、')}` });
      continue;
    }
    const parsed = SHAPE[key as keyof AreaSettings].safeParse(value, IN_CHINESE);
    for (const issue of parsed.error?.issues ?? [])
      faults.push({ field: [key, ...issue.path].join('.'), value: JSON.stringify(value).slice(0, 80), message: issueWords(issue) });
  }
  if (faults.length > 0)
    throw new MingchaError('bad-input', `设置有 ${faults.length} 处不对，没有作任何改动。`, '请按提示改正后重试。', { faults });
  await db.transaction().execute(async (trx) => {
    for (const [key, value] of Object.entries(changes)) await putSetting(trx, areaId, key, value);
  });
}
