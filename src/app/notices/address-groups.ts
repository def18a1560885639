import { z } from 'zod';
import { UNIT_KINDS, type Unit } from '../../subjects/unit.ts';

/** Words of a 主送机关 line and whom they mean: kinds of units, groups of the register, single names; those left out by 有关 are named. */
const part = z.strictObject({
  printed: z.string().trim().min(1, '请填写印出的称谓'),
  kinds: z.array(z.enum(UNIT_KINDS)).default([]),
  groups: z.array(z.string().min(1)).default([]),
  units: z.array(z.string().min(1)).default([]),
  except: z.array(z.string().min(1)).default([]),
});

/** 主送机关 an office uses again, under a name of its own (seeds N05). */
export const addressGroup = z.strictObject({
  name: z.string().trim().min(1, '请填写名称').max(40),
  parts: z.array(part).min(1, '至少要有一个主送机关').max(30),
});
export type AddressGroup = z.output<typeof addressGroup>;

/** What a group prints, in order; the notice sets 全角 commas between. */
export const addresseesOf = ({ parts }: AddressGroup): string[] => parts.map(({ printed }) => printed);

/** Units that printed words mean by the office's own groups; null where no group has the words, or has nobody for them. */
export function unitsMeant(printed: string, groups: readonly AddressGroup[], units: readonly Unit[]): Unit[] | null {
  const of = groups.flatMap(({ parts }) => parts).find((one) => one.printed === printed);
  if (!of) return null;
  const isNamed = ({ name, aliases }: Unit, names: readonly string[]): boolean => [name, ...aliases].some((one) => names.includes(one));
  const found = units.filter(
    (unit) =>
      !isNamed(unit, of.except) &&
      (of.kinds.includes(unit.kind) || (unit.group !== null && of.groups.includes(unit.group)) || isNamed(unit, of.units)),
  );
  return found.length > 0 ? found : null;
}
