import { chineseDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import { findNotice } from '../../store/notices.ts';
import { noticesWithHandOvers } from '../../store/rectify.ts';
import type { HandOvers } from '../../store/rectify-handed.ts';
import type { App } from '../open.ts';

/** What a sealed report is about: the hand-overs of one notice, or those of one period. */
export interface ReportAbout {
  /** notice:ID or period:2022-12 */
  id: string;
  /** As the head of the report says it: 2022年12月27日《…通报》. */
  title: string;
  handOvers: HandOvers;
}

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
    };
  }
  if (kind !== 'period') throw new MingchaError('bad-input', `“${about}”不是通报也不是期。`, '请从列表里选择通报或者期。');
  const { from, to, label } = parsePeriod(id);
  return {
    id: about,
    title: `${label}交办的问题`,
    handOvers: { from, to },
  };
}

/** Notices that asked these units (null: any) for a report, the newest first. */
export async function reportChoices(app: App, areaId: string, units: readonly string[] | null) {
  const notices = await noticesWithHandOvers(app.db, areaId, units);
  return notices.map(({ id, title, issuedAt }) => ({ about: `notice:${id}`, title: `${chineseDate(dateAt(issuedAt))}《${title}》` }));
}
