import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { FactData } from '../../evidence/facts.ts';
import { readPage } from '../../extract/index.ts';
import { latestOfSubjects } from '../../store/facts.ts';
import type { Column } from '../../subjects/column.ts';
import { compareGuide } from '../../text/place/guide/compare-guide.ts';
import { readGuideFields } from '../../text/place/guide/read-guide.ts';
import type { App } from '../open.ts';
import { belongsTo } from './belongs-to.ts';
import { type Directory, expectedOf, readDirectory } from './directory.ts';

/** Fewer values than this are no guide, whatever column the page stands in. */
const LEAST_VALUES = 2;
type GuideData = FactData<'guide'>;

/** Reads guides out of the pages a scan has looked at. Made once a scan; the directory is read when the first guide comes. */
export function guideReader(app: App, site: { id: string; areaId: string }, columns: readonly Pick<Column, 'id' | 'unitId' | 'class'>[]) {
  const guides = new Map(columns.filter((column) => column.class === 'guide').map((column) => [column.id, column]));
  let directory: Promise<Directory> | null = null;

  async function read(look: Fact<'column-list'> | Fact<'article'>, column: Pick<Column, 'id' | 'unitId'>): Promise<Fact<'guide'> | null> {
    const { url, outcome } = look.data;
    const subjectId = stableId('page', url);
    const seal = (data: GuideData): Fact<'guide'> =>
      makeFact({ kind: 'guide', channelId: site.id, subjectId, at: look.at, source: url, how: look.how, blob: look.blob, data });
    const [before] = (await latestOfSubjects(app.db, site.id, 'guide', [subjectId], look.at)) as [Fact<'guide'>?];
    const none = { url, columnId: column.id, outcome, title: null, values: [], faxOffer: null, expected: [], owed: [] };
    if (outcome !== 'ok') return before ? seal({ ...none, title: before.data.title, owed: before.data.owed }) : null;
    if (look.blob === null) return null;
    const page = readPage(await app.blobs.get(look.blob), { url });
    const { values, faxWithoutNumber } = readGuideFields(page.text);
    if (page.guide?.type !== 'disclosure-guide' && (values.length < LEAST_VALUES || page.kind === 'column-list')) return null;
    directory ??= readDirectory(app, site.areaId);
    const known = await directory;
    return seal({
      ...none,
      title: page.article?.title ?? page.title,
      values: values.map(({ field, value }) => ({ field, value, belongsTo: belongsTo(known, column.unitId, field, value) })),
      faxOffer: faxWithoutNumber?.text ?? null,
      expected: expectedOf(known, column.unitId),
      owed: before ? owedAfter(before.data, values) : [],
    });
  }

  return async (facts: readonly Fact[]): Promise<Fact<'guide'>[]> => {
    const found: Fact<'guide'>[] = [];
    for (const fact of facts) {
      if (fact.kind !== 'column-list' && fact.kind !== 'article') continue;
      const look = fact as Fact<'column-list'> | Fact<'article'>;
      const column = look.data.columnId === null ? undefined : guides.get(look.data.columnId);
      const guide = column === undefined ? null : await read(look, column);
      if (guide !== null) found.push(guide);
    }
    return found;
  };
}

/** What the look before found wrong, or owed already, and this look does not show at all. */
function owedAfter(before: GuideData, now: readonly { field: string }[]): GuideData['owed'] {
  const wrong = compareGuide(before.values, before.expected).flatMap(({ field, state, found }) =>
    state === 'wrong' && found !== null ? [{ field, found }] : [],
  );
  const owed = [...wrong, ...before.owed.filter(({ field }) => !wrong.some((one) => one.field === field))];
  return owed.filter(({ field }) => !now.some((value) => value.field === field));
}
