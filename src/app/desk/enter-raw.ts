import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { issuedThrough } from '../../store/desk.ts';
import { insertRawFindings, insertRawProof, isOwnRaw, listRawProofs } from '../../store/desk-raw.ts';
import { findProblem } from '../../store/problems.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { findLedgerLine } from '../../store/views-ledger.ts';
import { columnName } from '../../subjects/column.ts';
import { appendToLedger } from '../ledger/append.ts';
import { type App, loadCalendar } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { checkProofFile } from '../rectify/check-proof-file.ts';
import { todayOf } from '../views/area-of.ts';
import { enterRaw, type RawEntry, type RawMoment, requireService } from './raw-entry.ts';
import { statusAsEntered } from './view-raw.ts';

const MOST_PICTURES = 5;

/** A raw finding as a form gives it: unit, site or account and column by id. */
export interface RawForm extends Omit<RawEntry, 'place'> {
  placeLabel: string | null;
  url: string | null;
}

/** What entering goes by at this moment. */
export async function rawMoment(app: App, db: Db, areaId: string, caller: Caller): Promise<RawMoment> {
  const [today, calendar, printed] = await Promise.all([todayOf(app, areaId), loadCalendar(db), issuedThrough(db, areaId)]);
  return { areaId, at: app.now(), today, calendar, caller, printed };
}

/** One raw finding of a third party or the centre, which waits at the desk; of the office, which is a problem at once. Answers its id and what a person should look at. @throws bad-input, refused, conflict. */
export async function enterRawFinding(
  app: App,
  areaId: string,
  form: RawForm,
  caller: Caller,
): Promise<{ problemId: string; marks: readonly string[] }> {
  requireService(form.category, form.service);
  const place = await placeOf(app.db, areaId, form);
  return app.db.transaction().execute(async (db) => {
    const moment = await rawMoment(app, db, areaId, caller);
    const { problem, event, marks } = await enterRaw(db, { ...form, place }, moment);
    await appendToLedger(db, [], { opened: [{ problem, event }] });
    await insertRawFindings(db, [
      { areaId, problemId: problem.id, userId: caller.userId, enteredAt: moment.at, fileName: null, fileBlob: null, fileRow: null },
    ]);
    return { problemId: problem.id, marks };
  });
}

/** The place by its name on the register. @throws bad-input for a site or column that is not there. */
async function placeOf(db: Db, areaId: string, { unitId, channelId, columnId, placeLabel, url }: RawForm): Promise<RawEntry['place']> {
  const { units, sites, accounts, columns } = await readRegister(db, areaId);
  const unit = units.find(({ id }) => id === unitId);
  const channel = [...sites, ...accounts].find(({ id }) => id === channelId);
  const column = columns.find(({ id, siteId }) => id === columnId && siteId === channelId);
  const missing = !unit ? '单位' : channelId !== null && !channel ? '网站或账号' : columnId !== null && !column ? '栏目' : null;
  if (!unit || missing) throw new MingchaError('bad-input', `没有登记所选的${missing}。`, '请刷新页面后重新选择。');
  return { label: placeLabel ?? (column ? columnName(column.path) : (channel?.name ?? unit.name)), url: url ?? column?.url ?? null };
}

/** Keeps a picture with an own raw finding that still waits. @throws not-found, refused, bad-input. */
export async function addRawProof(app: App, areaId: string, problemId: string, bytes: Uint8Array, caller: Caller) {
  if (!(await isOwnRaw(app.db, areaId, problemId, caller.userId))) throw unknown();
  if ((await findProblem(app.db, problemId))?.projection.status !== statusAsEntered(caller.role))
    throw new MingchaError('refused', '这条发现已经办理，不能再补佐证。', '确需补充的，请联系政务公开办在台账办理时附上材料。');
  const { kind } = await checkProofFile(bytes, ['png', 'jpg']);
  if ((await listRawProofs(app.db, areaId, problemId)).length >= MOST_PICTURES)
    throw new MingchaError('refused', `一条发现最多附 ${MOST_PICTURES} 张图片。`, '请只附能说明问题的图片。');
  const blob = await app.blobs.put(bytes);
  const id = stableId('raw-proof', problemId, blob);
  await insertRawProof(app.db, { areaId, problemId, id, blob, kind: kind === 'png' ? 'png' : 'jpg', bytes: bytes.length, at: app.now() });
  return { id };
}

/** A picture as it was handed in, for whoever may see the problem; a third party sees only its own. Throws 'not-found'. */
export async function readRawProof(
  app: App,
  areaId: string,
  problemId: string,
  proofId: string,
  caller: Caller,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const mayLook =
    caller.role === 'third_party'
      ? await isOwnRaw(app.db, areaId, problemId, caller.userId)
      : await findLedgerLine(app.db, areaId, problemId, caller.scope);
  if (!mayLook) throw unknown();
  const proof = (await listRawProofs(app.db, areaId, problemId)).find(({ id }) => id === proofId);
  if (!proof) throw unknown();
  return { bytes: await app.blobs.get(proof.blob), fileName: `佐证.${proof.kind}` };
}

const unknown = (): MingchaError => new MingchaError('not-found', '没有这条发现。', '请返回“我的发现”重新选择。');
