import { canonicalJson } from '../../../core/canonical-json.ts';
import type { Remarks } from '../remarks.ts';
import type { Place } from '../sheets/draft.ts';

/** What one row states about one record; undefined = not stated. */
export interface Stated<R> {
  id: string;
  place: Place;
  /** Repeated by a merged cell, not by the user. */
  repeated?: boolean;
  /** How messages name the record. */
  label: string;
  stated: Partial<R>;
  /** The record where the register has none yet. */
  blank: R;
}

/** What differs by kind of record. */
export interface FuseRules<R> {
  /** Titles of fields for messages. */
  titles: Readonly<Partial<Record<keyof R, string>>>;
  /** Lists that grow and never contradict each other. */
  unions?: readonly (keyof R)[];
  /** Puts a stated value onto the one held; default: the stated one wins. */
  join?: (field: keyof R, held: R, stated: Partial<R>) => R[keyof R] | undefined;
}

const placeName = (place: Place): string => (place.row === undefined ? (place.field ?? place.sheet) : `“${place.sheet}”第 ${place.row} 行`);

/**
 * One record per id. Rows that say the same are one (the report says so); rows that contradict each other are a fault,
 * because nobody can tell which of them is right.
 */
export function fuse<R extends object>(
  rows: readonly Stated<R>[],
  held: ReadonlyMap<string, R>,
  rules: FuseRules<R>,
  remarks: Remarks,
): R[] {
  const byId = new Map<string, Stated<R>>();
  for (const row of rows) {
    const before = byId.get(row.id);
    byId.set(row.id, before ? combine(before, row, rules, remarks) : row);
  }
  return [...byId.values()].map((row) => onto(held.get(row.id) ?? row.blank, row.stated, rules));
}

function combine<R extends object>(before: Stated<R>, row: Stated<R>, rules: FuseRules<R>, remarks: Remarks): Stated<R> {
  const stated = { ...before.stated };
  let contradicts = false;
  for (const field of Object.keys(row.stated) as (keyof R)[]) {
    const [a, b] = [stated[field], row.stated[field]];
    if (b === undefined) continue;
    if (a === undefined) stated[field] = b;
    else if (rules.unions?.includes(field)) stated[field] = union(a, b) as R[keyof R];
    else if (canonicalJson(a) !== canonicalJson(b)) {
      contradicts = true;
      const title = rules.titles[field] ?? String(field);
      remarks.fault({
        ...row.place,
        field: row.place.field ?? title,
        message: `“${row.label}”与${placeName(before.place)}是同一条，但“${title}”写得不一样，请只保留一条或改成一致`,
      });
    }
  }
  if (!contradicts && !row.repeated)
    remarks.warn(`${placeName(row.place)}“${row.label}”与${placeName(before.place)}是同一条，按一条导入。`);
  return { ...before, stated };
}

function onto<R extends object>(held: R, stated: Partial<R>, rules: FuseRules<R>): R {
  const next = { ...held };
  for (const field of Object.keys(stated) as (keyof R)[]) {
    const value = stated[field];
    if (value === undefined) continue;
    const joined = rules.join?.(field, held, stated);
    next[field] = joined !== undefined ? joined : ((rules.unions?.includes(field) ? union(held[field], value) : value) as R[keyof R]);
  }
  return next;
}

const union = (a: unknown, b: unknown): unknown => [...new Set([...(a as unknown[]), ...(b as unknown[])])];
