import { CATEGORIES, type Category } from '../../core/category.ts';
import type { UserRole } from '../../core/role.ts';
import { ROLE_NAMES } from '../../ledger/event.ts';
import { WEAKNESSES } from '../../ledger/review-reasons.ts';
import { SERVICE_ASPECTS, SERVICE_CATEGORIES } from '../../ledger/service.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import { countOwnRaw, listOwnRaw, type RawLine } from '../../store/desk-raw.ts';
import { readRegister } from '../../store/register.ts';
import { unitOfLine } from '../../store/views-ledger.ts';
import { columnName } from '../../subjects/column.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { kindName, namedCategory } from '../views/words.ts';

/** What became of a raw finding (复核结果), as its finder reads it. */
export const RAW_ANSWERS = { waiting: '待复核', confirmed: '已认定', rejected: '不予认定', merged: '已并入', exempted: '已豁免' } as const;
export type RawAnswer = keyof typeof RAW_ANSWERS;
export const RAW_ANSWER_CODES = Object.keys(RAW_ANSWERS) as RawAnswer[];

/** A person's own raw findings with what became of each; nobody else's. */
export async function viewOwnRaw(
  app: App,
  areaId: string,
  asked: { answers: readonly string[]; page: number; size: number },
  caller: Caller,
) {
  await areaOf(app, areaId);
  const { answers, page, size } = asked;
  const [rows, counts] = await Promise.all([
    listOwnRaw(app.db, areaId, caller.userId, answers, { limit: size, offset: (page - 1) * size }),
    countOwnRaw(app.db, areaId, caller.userId),
  ]);
  const countOf = new Map(counts.map(({ answer, count }) => [answer, count]));
  return {
    total: counts.filter(({ answer }) => answers.length === 0 || answers.includes(answer)).reduce((sum, { count }) => sum + count, 0),
    page,
    size,
    answers: RAW_ANSWER_CODES.map((code) => ({ code, name: RAW_ANSWERS[code], count: countOf.get(code) ?? 0 })),
    rows: rows.map((line) => rawRow(line, caller.role)),
  };
}

/** As it was entered: nobody has answered it, or been given it, yet. */
export const statusAsEntered = (role: UserRole): ProblemStatus => (role === 'office' ? 'confirmed' : 'suspected');

function rawRow({ act, byRole, reason, ...line }: RawLine, role: UserRole) {
  const answer = RAW_ANSWER_CODES.find((code) => code === act) ?? 'waiting';
  return {
    id: line.id,
    unit: unitOfLine(line),
    channel: line.channelName,
    place: line.placeLabel,
    placeUrl: line.placeUrl,
    category: namedCategory(line.category),
    text: line.text,
    foundOn: line.firstFoundOn,
    enteredAt: line.enteredAt,
    file: line.fileName === null ? null : `${line.fileName} ${line.fileRow ?? ''}`.trim(),
    pictures: line.pictures,
    takesPictures: line.status === statusAsEntered(role),
    answer: { code: answer, name: RAW_ANSWERS[answer] },
    answeredOn: line.answeredOn,
    answeredBy: byRole && ROLE_NAMES[byRole],
    // Into which problem it went is the office's matter.
    reason: answer === 'merged' ? '台账中已有同一问题' : reason,
  };
}

/** What a raw finding can be about: units with their sites, accounts and columns, and the kinds of problems. */
export async function viewRawChoices(app: App, areaId: string) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const { units, sites, accounts, columns } = await readRegister(app.db, areaId);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  // A sub-unit stands under the unit its problem is charged to, as the ledger prints it (seeds U08).
  const nameOf = (id: string): string => {
    const [own, charged] = [byId.get(id)?.name ?? id, byId.get(chargedUnit(id, byId))?.name ?? id];
    return own === charged ? own : `${charged}（${own}）`;
  };
  const isActive = ({ activeTo }: { activeTo: string | null }): boolean => activeTo === null || activeTo >= today;
  return {
    today,
    units: units.filter(isActive).map(({ id }) => ({ id, name: nameOf(id) })),
    channels: [
      ...sites.map(({ id, unitId, name, kind }) => ({ id, unitId, name, type: 'site' as const, kindName: kindName(kind) })),
      ...accounts.map(({ id, unitId, name, platform }) => ({ id, unitId, name, type: 'account' as const, kindName: kindName(platform) })),
    ],
    columns: columns
      .filter(isActive)
      .map(({ id, siteId, unitId, path, limit }) => ({ id, channelId: siteId, unitId, name: columnName(path), limit })),
    categories: (Object.keys(CATEGORIES) as Category[]).map((code) => ({
      code,
      name: CATEGORIES[code],
      needsService: SERVICE_CATEGORIES.includes(code),
      isWeakness: WEAKNESSES.includes(code),
    })),
    aspects: Object.entries(SERVICE_ASPECTS).map(([code, name]) => ({ code, name })),
  };
}
