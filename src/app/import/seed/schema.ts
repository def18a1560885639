import { z } from 'zod';
import { CATEGORY_CODES } from '../../../core/category.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();
const text = z.string().nullable();
const count = z.number().int().nonnegative().nullable();

export const SEED_CHANNEL_KINDS = [
  'gov_portal',
  'gov_website',
  'disclosure_site',
  'disclosure_platform',
  'topic_site',
  'service_portal',
  'application_platform',
  'petition_platform',
  'hotline',
  'wechat',
  'wechat_channels',
  'weibo',
  'douyin',
  'peoples_daily_account',
  'app',
  'account_unspecified',
] as const;

/**
 * Notice data (通报数据), version 1.0: the parts a register and a ledger can take.
 * Whatever is not named here is dropped on reading, above all contacts and people.
 */
export const seedNotice = z.object({
  schemaVersion: z.literal('1.0'),
  id: z.string(),
  document: z.object({
    area: z.string().min(1),
    areaLevel: z.enum(['county', 'city']),
    province: z.string().min(1),
    issuer: z.string(),
    title: z.string().optional(),
    signedDate: day.optional(),
    printedDate: day.optional(),
  }),
  period: z.object({ label: z.string(), kind: z.enum(['month', 'quarter']), start: day, end: day, dataCutoff: day }),
  units: z.array(
    z.object({
      name: z.string().min(1),
      kind: z.enum(['town', 'township', 'subdistrict', 'department', 'zone', 'area', 'sub_unit', 'community', 'institution', 'office']),
      group: text,
      aliases: z.array(z.string()),
      coNames: z.array(z.string()),
      parent: text,
    }),
  ),
  channels: z.array(
    z.object({
      id: z.string().min(1),
      kind: z.enum(SEED_CHANNEL_KINDS),
      name: text,
      owner: text,
      level: text,
      filed: z.boolean().nullable(),
      verdict: z.enum(['no_problem', 'pass', 'fail']).nullish(),
    }),
  ),
  figures: z.array(
    z.object({
      unit: z.string(),
      submitted: count,
      approved: count,
      errors: count,
      annualTask: count,
      publishedTotal: count,
      publishedInPeriod: count,
    }),
  ),
  statedFigures: z.array(z.object({ id: z.string(), metric: z.string(), value: z.number(), uom: z.string(), scope: text })),
  problems: z.array(
    z.object({
      id: z.string(),
      scope: z.enum(['unit', 'some_units', 'all_of_kind']),
      unit: text,
      channels: z.array(z.string()),
      column: z.array(z.string()).nullable(),
      object: text,
      category: z.enum(CATEGORY_CODES),
      text: z.string(),
      detectedDate: day,
      lastUpdateDate: day,
      threshold: z
        .string()
        .regex(/^P\d+[DMY]$/)
        .nullable(),
      dueDate: day,
      vetoed: z.boolean().nullable(),
      rectified: z.enum(['yes', 'no', 'partly', 'not_stated']),
      carriedOver: z.enum(['yes', 'no', 'unit_level', 'not_stated']),
      recurrenceOf: text,
      inconsistent: z.boolean(),
    }),
  ),
});
export type SeedNotice = z.infer<typeof seedNotice>;
export type SeedChannel = SeedNotice['channels'][number];
export type SeedProblem = SeedNotice['problems'][number];
