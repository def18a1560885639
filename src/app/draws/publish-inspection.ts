import { CATEGORIES } from '../../core/category.ts';
import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import type { InspectionLine, InspectionPage } from '../../ledger/inspection.ts';
import { everSent } from '../../ledger/substitute.ts';
import { maskPersonal } from '../../notice/mask-personal.ts';
import type { InspectionDrawRow } from '../../store/draws.ts';
import {
  correctInspection,
  listInspectionPublications,
  listInspections,
  publishInspection,
  withdrawInspection,
} from '../../store/inspections.ts';
import { listSubstitutions } from '../../store/substitutions.ts';
import { linesById, unitOfLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { uncorrected } from './taken-back.ts';
import { inspectionRow } from './view-inspection.ts';

/**
 * 一公开: puts the outcome of every drawn problem on the public page, written once, without names and data of persons; of one that was
 * taken back before anybody looked, that and the day. Throws 'refused' while a result is missing.
 */
export async function publishResults(app: App, areaId: string, drawId: string, by: string): Promise<void> {
  const row = await inspectionRow(app, areaId, drawId);
  const before = (await listInspectionPublications(app.db, areaId, true)).find((one) => one.drawId === drawId);
  // Put there anew, it goes on saying what was corrected.
  const corrections = before?.page.corrections;
  const page = { ...(await publicPage(app, row)), ...(corrections ? { corrections } : {}) };
  await publishInspection(app.db, { areaId, drawId, page, publishedOn: dateAt(app.now()), publishedBy: by });
}

/**
 * 更正: tells on the public page, with a day and a reason, which of its lines turned out to be none since. The lines stay, as what was
 * said publicly is not made unsaid. Throws 'not-found' where it is not public, 'refused' where nothing is to be corrected.
 */
export async function correctResults(app: App, areaId: string, drawId: string, reason: string): Promise<void> {
  const { page } = await readPublicInspection(app, areaId, drawId);
  const problemIds = await uncorrected(app, page);
  if (problemIds.length === 0)
    throw new MingchaError('refused', '公开的结果没有需要更正的内容。', '问题经核实不成立的，请先在台账中撤销，再来更正。');
  const correction = { on: dateAt(app.now()), reason: maskPersonal(reason), problemIds };
  if (!(await correctInspection(app.db, areaId, drawId, { ...page, corrections: [...(page.corrections ?? []), correction] })))
    throw new MingchaError('conflict', '这次抽查的结果刚刚被撤下。', '请刷新页面后查看。');
}

/** Takes a result off the public page. Throws 'not-found' where it is not there. */
export async function withdrawResults(
  app: App,
  areaId: string,
  drawId: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  if (await withdrawInspection(app.db, areaId, drawId, { at: app.now(), by, reason })) return;
  throw new MingchaError('not-found', '这次抽查的结果没有公开。', '请刷新页面后查看。');
}

async function publicPage(app: App, { areaId, id, record, madeAt }: InspectionDrawRow): Promise<InspectionPage> {
  const inspections = await listInspections(app.db, areaId, { drawId: id });
  const open = inspections.filter(({ outcome, releasedOn }) => outcome === null && releasedOn === null).length;
  if (open > 0) throw new MingchaError('refused', `还有 ${open} 个问题没有复查结果，不能公开。`, '请等检查人员全部登记后再公开。');
  const lines = await linesById(app.db, areaId, record.drawn);
  const rows = inspections.flatMap(({ problemId, outcome, doneAt, releasedOn }): InspectionLine[] => {
    const line = lines.get(problemId);
    const checkedOn = doneAt === null ? releasedOn : dateAt(doneAt);
    if (!line || checkedOn === null) return [];
    const { category } = line;
    // Their very text may repeat what must not be public: of these only the kind is told.
    const [place, text] = CONFIDENTIAL.includes(category)
      ? ['', CATEGORIES[category]]
      : [maskPersonal(line.placeLabel), maskPersonal(line.text)];
    return [{ problemId, unit: unitOfLine(line), place, category, text, outcome: outcome ?? 'withdrawn', checkedOn }];
  });
  const { purpose, seed, method, frame, population } = record;
  const replaced = (await listSubstitutions(app.db, areaId, id)).map((one) => one.record);
  return {
    ...{ purpose, madeAt, seed, method, frame, rows },
    ...{ population: population.length, drawn: record.drawn.length, inspectors: everSent(record, replaced).size },
    substitutions: replaced.length,
  };
}

/** A published recheck. Throws 'not-found' in the same words for one that is not there and one that is not public. */
export async function readPublicInspection(app: Pick<App, 'db'>, areaId: string, drawId: string) {
  const found = (await listInspectionPublications(app.db, areaId)).find((one) => one.drawId === drawId);
  if (found) return found;
  throw new MingchaError('not-found', '没有公开这次抽查。', '请从“双随机复查结果”列表中选择。');
}
