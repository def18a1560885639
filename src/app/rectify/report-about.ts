import { chineseDate, dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import { findNotice } from '../../store/notices.ts';
import { noticesWithHandOvers } from '../../store/rectify.ts';
import type { HandOvers } from '../../store/rectify-handed.ts';
import { listAsks, type ReportAsk } from '../../store/report-asks.ts';
import type { App } from '../open.ts';

const PERIOD = 'period:';

/** What a sealed report is about: the hand-overs of one notice, or those of one period that went with none. */
export interface ReportAbout {
  /** notice:ID or period:2022-12 */
  id: string;
  /** As the head of the report says it: 2022年12月27日《…通报》. */
  title: string;
  handOvers: HandOvers;
  /** Of a period: whom the office asked and by when, the newest first; nobody yet where there is none. */
  asks: readonly ReportAsk[];
}

/** Whether a unit is meant by what was asked, and its last word to it. */
export const askOf = (asks: readonly ReportAsk[], unitId: string): ReportAsk | undefined =>
  asks.find((ask) => ask.unitId === null || ask.unitId === unitId);

/** @throws not-found for a notice that is not there or was not issued; bad-input for another form. */
export async function reportAbout(app: App, areaId: string, about: string): Promise<ReportAbout> {
  const [kind, id = ''] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)];
  if (kind === 'notice') {
    const notice = await findNotice(app.db, id);
    if (!notice || notice.areaId !== areaId || notice.issuedAt === null)
      throw new MingchaError('not-found', '没有这份已印发的通报。', '请从列表里选择通报。');
    return {
      id: about,
      title: `${chineseDate(dateAt(notice.issuedAt))}《${notice.title}》`,
      handOvers: { notice: id },
      asks: [],
    };
  }
  if (kind !== 'period') throw new MingchaError('bad-input', `“${about}”不是通报也不是期。`, '请从列表里选择通报或者期。');
  const { from, to } = parsePeriod(id);
  return {
    id: about,
    title: titleOf(about),
    handOvers: { from, to },
    asks: await listAsks(app.db, areaId, about),
  };
}

/** 2022年12月单独交办的问题: those that went with no notice. */
const titleOf = (about: string): string => `${parsePeriod(about.slice(PERIOD.length)).label}单独交办的问题`;

/** Matters of one kind of which a report may still be owed. */
const LAST_MATTERS = 3;

/** Notices that asked these units (null: any) for a report, and months for which the office asked, the newest first. */
export async function reportChoices(app: App, areaId: string, units: readonly string[] | null) {
  const { notices, months } = await mattersOf(app, areaId, units);
  return inOrder([...notices, ...months]);
}

/** Of those the ones whose report may still be owed. */
export async function owedMatters(app: App, areaId: string, units: readonly string[] | null) {
  const { notices, months } = await mattersOf(app, areaId, units);
  return inOrder([...notices.slice(0, LAST_MATTERS), ...months.slice(0, LAST_MATTERS)]);
}

interface Matter {
  about: string;
  title: string;
  at: Instant;
}

const inOrder = (matters: readonly Matter[]) =>
  matters.toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0)).map(({ about, title }) => ({ about, title }));

async function mattersOf(app: App, areaId: string, units: readonly string[] | null): Promise<{ notices: Matter[]; months: Matter[] }> {
  const [notices, asks] = await Promise.all([noticesWithHandOvers(app.db, areaId, units), listAsks(app.db, areaId)]);
  const months = new Map<string, Matter>();
  for (const { about, unitId, at } of asks) {
    const isMeant = unitId === null || units === null || units.includes(unitId);
    if (isMeant && !months.has(about)) months.set(about, { about, title: titleOf(about), at });
  }
  return {
    notices: notices.map(({ id, title, issuedAt }) => ({
      about: `notice:${id}`,
      title: `${chineseDate(dateAt(issuedAt))}《${title}》`,
      at: issuedAt,
    })),
    months: [...months.values()],
  };
}
