import { z } from 'zod';
import { GUIDE_FIELD_CODES } from '../core/guide-field.ts';
import { date, id } from './fields.ts';

/** Shapes of the directory of units (单位名录). */
const words = z.string().trim().max(200, '不能超过 200 字');
const guideField = z.enum(GUIDE_FIELD_CODES);
const entry = {
  id: z.string(),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  /** File it was imported from, 人工登记, or that an import has changed what a person had written. */
  source: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
};
const contact = z.object({ ...entry, fields: z.partialRecord(guideField, z.string()) });
const postHolder = { name: z.string(), post: z.string(), from: date.nullable(), to: date.nullable() };
const formerName = { name: z.string(), until: date, now: z.string().nullable() };

export const directoryView = z.object({
  /** Units of the area in the order of the register; one that has ended keeps its record. */
  units: z.array(z.object({ id: z.string(), name: z.string(), ended: z.boolean() })),
  contacts: z.array(contact),
  /** 政务服务厅: one record for all guides. */
  hall: contact.nullable(),
  postHolders: z.array(z.object({ ...entry, ...postHolder })),
  formerNames: z.array(z.object({ ...entry, ...formerName })),
  /** Acts by hand, the newest first. */
  changes: z.array(
    z.object({
      recordId: z.string(),
      kindName: z.string(),
      /** Whose record it is; null = the hall, or a record of no unit. */
      unit: z.string().nullable(),
      act: z.string(),
      at: z.string(),
      by: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});

const onArea = { areaId: id };
/** `unitId` null: the hall. A field left empty is not compared. */
export const contactInput = z.object({ ...onArea, unitId: id.nullable(), fields: z.partialRecord(guideField, words) });
export const postHolderInput = z.object({
  ...onArea,
  /** null: a new one. */
  id: id.nullable(),
  unitId: id.nullable(),
  name: z
    .string()
    .trim()
    .regex(/^[\p{Script=Han}·]{2,15}$/u, '姓名应为2个以上的汉字'),
  post: words.min(2, '请填写职务'),
  from: date.nullable(),
  to: date.nullable(),
});
export const formerNameInput = z.object({
  ...onArea,
  id: id.nullable(),
  name: words.min(3, '请填写曾用名'),
  until: date,
  now: words.min(3).nullable(),
});
export const removeInput = z.object({ ...onArea, kind: z.enum(['contact', 'post-holder', 'former-name']), id });

export const guideToUpdate = z.object({
  unitId: z.string(),
  unit: z.string(),
  column: z.string(),
  url: z.string(),
  seenAt: z.string(),
  fields: z.array(z.object({ field: guideField, name: z.string(), found: z.string(), expected: z.string() })),
});
