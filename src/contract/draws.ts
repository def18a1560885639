import { z } from 'zod';
import { count, date, id } from './fields.ts';
import { proofFile, samePlaces } from './problem-act.ts';

/** Shapes of random draws that several endpoints share. */
export const ofDraw = { areaId: id, drawId: id };

const ranked = z.object({ id: z.string(), name: z.string(), rank: z.string() });
const problem = z.object({
  id: z.string(),
  rank: z.string(),
  unit: z.string(),
  place: z.string(),
  category: z.string(),
  text: z.string(),
  foundOn: date.nullable(),
});
const person = z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() });
export const outcomeCode = z.enum(['fixed', 'partly', 'not']);

/** 抽取记录 of units or columns. */
export const spotProtocol = z.object({
  id: z.string(),
  kindName: z.string(),
  purpose: z.string(),
  seed: z.string(),
  method: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  holds: z.boolean(),
  drawn: z.array(ranked),
  notDrawn: z.array(ranked),
  excluded: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
});

/** What drawing again from the record gave. */
export const inspectionCheck = z.object({
  problems: z.boolean(),
  inspectors: z.boolean(),
  assignments: z.boolean(),
  substitutes: z.boolean(),
  noOwnUnit: z.boolean(),
});

/** 双随机抽查记录. */
export const inspectionView = z.object({
  id: z.string(),
  purpose: z.string(),
  seed: z.string(),
  method: z.string(),
  frame: z.array(z.string()),
  madeAt: z.string(),
  madeBy: z.string(),
  check: inspectionCheck,
  drawn: z.array(
    problem.extend({
      /** It turned out since to be none: whatever was found counts for nothing. */
      takenBack: z.boolean(),
      /** Day it was taken back before anybody looked; nobody has to any more. */
      releasedOn: date.nullable(),
      inspector: person,
      /** Inspectors not sent because it is their own unit's. */
      passedOver: z.array(z.string()),
      /** Who was drawn for it before, where somebody was drawn in their place. */
      insteadOf: z.array(z.string()),
      result: z
        .object({
          ...{ code: outcomeCode, name: z.string(), words: z.string(), proof: z.string(), at: z.string(), by: z.string() },
          files: z.array(proofFile.extend({ same: samePlaces })),
        })
        .nullable(),
    }),
  ),
  /** One page of them, by rank. */
  notDrawn: z.array(problem),
  notDrawnOf: z.object({ total: count, page: count, size: count }),
  excluded: z.array(problem.extend({ reason: z.string() })),
  inspectors: z.array(
    person.extend({
      /** At first, in somebody's place, or drawn and replaced since. */
      drawn: z.enum(['first', 'instead', 'left', 'not']),
      tasks: count,
      /** Of them without a result. */
      open: count,
      /** The account is there no more, so nobody will look. */
      gone: z.boolean(),
    }),
  ),
  substitutions: z.array(
    z.object({
      leaving: z.string(),
      reason: z.string(),
      at: z.string(),
      by: z.string(),
      substitutes: z.array(z.object({ name: z.string(), tasks: count })),
      unavailable: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  ),
  inspectorsExcluded: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
  published: z
    .object({
      ...{ on: date, by: z.string() },
      corrections: z.array(z.object({ on: date, reason: z.string(), count })),
      /** Lines whose problem was taken back since, and of which the public page has not told yet. */
      uncorrected: count,
      /** Lines it tells as taken back before anybody looked, and that stand in the ledger again since. */
      putBack: count,
      withdrawn: z.object({ by: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
});

/** Either of the two. */
export const drawView = z.object({ spot: spotProtocol.nullable(), inspection: inspectionView.nullable() });

export const purpose = z.string().trim().min(1, '请写明抽查事由').max(60);
export const seed = z.string().trim().min(1, '请填写随机种子').max(60);
export const size = z.union([
  z.object({ count: z.number().int().min(1).max(100_000) }),
  z.object({ percent: z.number().int().min(1).max(100) }),
]);
export const reason = z.string().trim().min(1, '请写明理由').max(200);
