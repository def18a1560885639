import { z } from 'zod';
import { count, date, direction, id, named, wordsAsked } from './fields.ts';
import { pictureGrade } from './problem-act.ts';
import { OVERSEERS } from './who.ts';

/** Overseers see every account; a unit its own, sub-units included. */
export const OVERSEERS_AND_UNIT = { ...OVERSEERS, unit: 'own' } as const;
/** Those who act in matters of accounts; the matter itself says what each may do. */
export const MATTER_HANDLERS = { office: 'area', centre: 'area', unit: 'own' } as const;

export const onMatter = { areaId: id, matterId: id };
export const onAccount = { areaId: id, accountId: id };

/** Words people type; empty is the same as none. */
export const words = (max: number, name: string) =>
  z
    .string()
    .trim()
    .max(max, `${name}不能超过 ${max} 字`)
    .transform((text) => text || null)
    .nullable();
export const accountName = z.string().trim().min(1, '请填写账号名称').max(60, '账号名称不能超过 60 字');
export const reason = z.string().trim().min(1, '请写明事由').max(500, '事由不能超过 500 字');
export const purposeFields = { purpose: words(200, '用途'), person: words(40, '责任人'), phone: words(40, '联系电话') };

export const matterLine = z.object({
  id: z.string(),
  kind: named,
  state: named,
  accountId: z.string().nullable(),
  name: z.string(),
  platform: named,
  unit: z.object({ id: z.string(), name: z.string() }),
  supervisorName: z.string().nullable(),
  /** Whose office decides (分级备案). */
  decidedBy: z.string(),
  beganOn: date,
  since: date,
  dueOn: date.nullable(),
  overdue: z.boolean(),
  recheckDue: z.boolean(),
  settled: z.boolean(),
  /** Who is to act next; null when it is settled. */
  next: z.string().nullable(),
  waitsForMe: z.boolean(),
  acts: z.array(named),
});

/** What narrows and orders the list of matters, on the page and in its workbook. */
export const mattersAsked = {
  ...{ areaId: id, q: wordsAsked, kind: id.optional(), state: id.optional() },
  only: z.enum(['mine', 'open', 'overdue', 'recheck']).optional(),
  ...{ sort: z.enum(['name', 'unit', 'kind', 'since', 'due']).optional(), order: direction },
};

export const matterDetail = matterLine.extend({
  purpose: z.string().nullable(),
  person: z.string().nullable(),
  phone: z.string().nullable(),
  reason: z.string().nullable(),
  problemIds: z.array(z.string()),
  events: z.array(
    z.object({
      seq: count,
      act: named,
      at: z.string(),
      day: date,
      by: z.string(),
      roleName: z.string(),
      note: z.string().nullable(),
      words: z.string().nullable(),
      proofIds: z.array(z.string()),
    }),
  ),
  proofs: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      bytes: count,
      hash: z.string(),
      by: z.string(),
      at: z.string(),
      picture: z.boolean(),
      /** Other matters that the same picture was handed in for, told to those who check; `grade` as in `samePlaces`. */
      alsoFor: z.array(
        z.object({ grade: pictureGrade, matterId: z.string(), proofId: z.string(), name: z.string(), by: z.string(), at: z.string() }),
      ),
    }),
  ),
  /** Posts after the account was said to be gone. */
  signs: z.array(z.object({ title: z.string(), date, url: z.string().nullable() })),
});

export const shownPurpose = { purpose: z.string().nullable(), person: z.string().nullable(), phone: z.string().nullable() };
export const year = z.coerce.number().int().min(2000).max(2100);
