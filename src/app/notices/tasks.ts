import { addWorkingDays, type WorkCalendar } from '../../core/work-calendar.ts';
import { dueDay } from '../../notice/edits/deadline.ts';
import { figureMap, plainText } from '../../notice/outline.ts';
import type { NoticeTask } from '../../store/requirements.ts';
import { printedUnitName, type Unit, type UnitKind } from '../../subjects/unit.ts';
import { type AddressGroup, unitsMeant } from './address-groups.ts';
import type { WorkingDraft } from './working-draft.ts';

const TOWNS: readonly UnitKind[] = ['town', 'township', 'subdistrict'];
/** 各乡镇人民政府, 各镇（街道）: all of them, by the register. */
const ALL_TOWNS = /^各(?:乡|镇|街道|办事处)/u;
/** 县直各部门, 各部门各单位: all departments. 有关 and 相关 leave some out, and nobody says whom: those stay as printed. */
const ALL_DEPARTMENTS = /^(?:[县市区](?:直|级|政府)?)?各(?:有关)?(?:县直|市直|区直)?(?:部门|单位|委办局)/u;
const SOME = /有关|相关/u;

interface Addressee {
  addressee: string;
  unitId: string | null;
}

/** 主送机关 as units of the register, where the office's groups or the printed words tell whom they mean; else as printed. */
export function addresseeUnits(addressees: readonly string[], units: readonly Unit[], groups: readonly AddressGroup[] = []): Addressee[] {
  const whole = units.filter(({ activeTo }) => activeTo === null);
  const of = (kinds: readonly UnitKind[]): Addressee[] =>
    whole.filter(({ kind }) => kinds.includes(kind)).map(({ id, name }) => ({ addressee: name, unitId: id }));
  const parts = addressees
    .flatMap((line) => (unitsMeant(line, groups, whole) ? [line] : line.split(/[，,、；;]/u)))
    .map((part) => part.trim());
  const found = parts
    .filter((part) => part !== '')
    .flatMap((part): Addressee[] => {
      const meant = unitsMeant(part, groups, whole);
      if (meant) return meant.map(({ id, name }) => ({ addressee: name, unitId: id }));
      const unit = whole.find((one) => [one.name, printedUnitName(one), ...one.aliases].includes(part));
      if (unit) return [{ addressee: unit.name, unitId: unit.id }];
      const all = SOME.test(part) ? [] : ALL_TOWNS.test(part) ? of(TOWNS) : ALL_DEPARTMENTS.test(part) ? of(['department']) : [];
      return all.length > 0 ? all : [{ addressee: part, unitId: null }];
    });
  return found.filter(({ addressee }, i) => found.findIndex((other) => other.addressee === addressee) === i);
}

/**
 * Every requirement the office put in, and every one with a day in the template, as a task of every addressee (seeds N16).
 * The day is counted from the signed day; it is provisional where a year's holidays are not published yet.
 */
export function tasksOf(
  place: { areaId: string; noticeId: string },
  { document, edits, snapshot }: Pick<WorkingDraft, 'document' | 'edits' | 'snapshot'>,
  units: readonly Unit[],
  calendar: WorkCalendar,
  groups: readonly AddressGroup[] = [],
): NoticeTask[] {
  const figures = figureMap(document);
  const signed = document.signature.date;
  const addressees = addresseeUnits(snapshot.document.addressees, units, groups);
  return document.body
    .filter(({ part, level }) => part === 'requirements' && level !== 1)
    .flatMap((paragraph, position) => {
      const own = edits.added.find(({ id }) => id === paragraph.id);
      const index = /^requirements\.(\d+)$/.exec(paragraph.id)?.[1];
      const stated = index === undefined ? null : (snapshot.document.requirements[Number(index) - 1]?.due ?? null);
      if (stated === null && !own) return [];
      const deadline = own?.deadline ?? (stated === null ? null : { date: stated });
      const provisional =
        deadline !== null &&
        'workingDays' in deadline &&
        signed !== null &&
        addWorkingDays(signed, deadline.workingDays, calendar).provisional;
      return addressees.map((addressee) => ({
        ...place,
        paragraphId: paragraph.id,
        ...addressee,
        heading: paragraph.heading ?? '工作要求',
        text: plainText(paragraph.runs, figures),
        dueOn: deadline === null ? null : dueDay(deadline, signed, calendar),
        dueProvisional: provisional,
        position,
        doneAt: null,
        doneBy: null,
      }));
    });
}
