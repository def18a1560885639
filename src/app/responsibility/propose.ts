import type { Category } from '../../core/category.ts';
import { MingchaError } from '../../core/error.ts';
import { DUTIES, DUTY_CODES, DUTY_SENTENCES, type Duty, type DutyHolders, proposeUnit } from '../../ledger/duty-rule.ts';
import { listDutyHolders, listDutyRows, putDutyHolder, removeDutyHolder } from '../../store/duty-holders.ts';
import { readRegister } from '../../store/register.ts';
import { columnName } from '../../subjects/column.ts';
import type { Register } from '../../subjects/register.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';
import type { App } from '../open.ts';

/** What a problem is about: any of them may be unknown. */
export interface ProblemSubject {
  channelId: string | null;
  columnId: string | null;
  /** Address of the item or document. */
  url: string | null;
}

/** 责任单位建议 for a problem of a kind: the unit, the one it is charged to, and the sentence of the rule it follows from (seeds U14). */
export async function proposeResponsible(app: Pick<App, 'db'>, areaId: string, category: Category, subject: ProblemSubject) {
  const [register, named] = await Promise.all([readRegister(app.db, areaId), listDutyHolders(app.db, areaId)]);
  const holders = holdersOf(register, named, subject);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const nameOf = (id: string): string => {
    const unit = units.get(id);
    return unit ? printedUnitName(unit) : id;
  };
  const found = proposeUnit(category, holders);
  return {
    proposal: found && {
      ...{ unitId: found.unitId, unitName: nameOf(found.unitId), duty: found.by, sentence: DUTY_SENTENCES[found.by] },
      chargedTo: { id: chargedUnit(found.unitId, units), name: nameOf(chargedUnit(found.unitId, units)) },
    },
    holders: DUTY_CODES.map((duty) => {
      const id = holders[duty];
      return { duty, name: DUTIES[duty], unit: id === undefined ? null : { id, name: nameOf(id) } };
    }),
  };
}

/** Who bears which duty: as the register says, over it what was named for the channel, the column, and for the item itself. */
function holdersOf({ sites, columns, accounts }: Register, named: ReadonlyMap<string, DutyHolders>, subject: ProblemSubject): DutyHolders {
  const { channelId, columnId, url } = subject;
  const column = columns.find(({ id }) => id === columnId);
  const site = sites.find(({ id }) => id === (column?.siteId ?? channelId));
  const account = accounts.find(({ id }) => id === channelId);
  const known = [
    { publisher: site?.unitId, supervisor: site?.unitId },
    { publisher: account?.unitId, supervisor: account?.supervisingUnitId ?? account?.unitId },
    named.get(site?.id ?? account?.id ?? ''),
    { publisher: column?.unitId },
    named.get(columnId ?? ''),
    named.get(url ?? ''),
  ];
  // Undefined would wipe out what a wider subject says.
  return Object.fromEntries(known.flatMap((one) => Object.entries(one ?? {}).filter(([, unitId]) => unitId !== undefined)));
}

/** Duties that were named by hand, with the names of subjects and units. */
export async function viewDutyHolders(app: Pick<App, 'db'>, areaId: string) {
  const [register, rows] = await Promise.all([readRegister(app.db, areaId), listDutyRows(app.db, areaId)]);
  const units = new Map(register.units.map((unit) => [unit.id, printedUnitName(unit)]));
  const subjects = subjectNames(register);
  return rows.map(({ subject, duty, unitId, setBy, setAt }) => ({
    ...{ subject, subjectName: subjects.get(subject) ?? subject, duty: { code: duty, name: DUTIES[duty] } },
    ...{ unit: { id: unitId, name: units.get(unitId) ?? unitId }, setBy, setAt },
  }));
}

/** Names a unit for a duty of a site, column, account (by id) or page (by address); null takes the naming back. */
export async function nameDutyHolder(
  app: Pick<App, 'db' | 'now'>,
  areaId: string,
  { subject, duty, unitId, by }: { subject: string; duty: Duty; unitId: string | null; by: string },
): Promise<void> {
  if (unitId === null) {
    if (await removeDutyHolder(app.db, { areaId, subject, duty })) return;
    throw new MingchaError('not-found', '没有登记过这一条。', '请刷新后重试。');
  }
  const register = await readRegister(app.db, areaId);
  if (register.units.every(({ id }) => id !== unitId)) throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  if (!subjectNames(register).has(subject) && !URL.canParse(subject))
    throw new MingchaError(
      'bad-input',
      `“${subject}”不是登记的网站、栏目、账号，也不是网址。`,
      '请从列表中选择，或填写稿件、文件的完整网址。',
    );
  await putDutyHolder(app.db, { areaId, subject, duty, unitId, setBy: by, setAt: app.now() });
}

/** Everything of the register that can have duties named, by id. */
function subjectNames({ sites, columns, accounts }: Register): Map<string, string> {
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  return new Map([
    ...siteNames,
    ...columns.map(({ id, siteId, path }): [string, string] => [id, `${siteNames.get(siteId) ?? ''}：${columnName(path)}`]),
    ...accounts.map(({ id, name }): [string, string] => [id, name]),
  ]);
}
