import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import type { Deadline } from '../../notice/edits/model.ts';
import { listRequirements, putRequirement, retireRequirement } from '../../store/requirements.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** 工作要求库 of an area, in the order the office keeps it. */
export async function viewRequirements(app: App, areaId: string) {
  await areaOf(app, areaId);
  return (await listRequirements(app.db, areaId)).map(({ id, heading, text, deadline }) => ({ id, heading, text, deadline }));
}

/** Keeps a requirement under its id, or as a new one at the end; the same words twice are one. */
export async function saveRequirement(
  app: App,
  areaId: string,
  wanted: { id: string | null; heading: string; text: string; deadline: Deadline | null },
) {
  await areaOf(app, areaId);
  const known = await listRequirements(app.db, areaId);
  if (wanted.id !== null && !known.some((one) => one.id === wanted.id)) throw noSuchRequirement();
  const id = wanted.id ?? stableId('requirement', areaId, wanted.heading, wanted.text);
  const position = known.find((one) => one.id === id)?.position ?? (known.at(-1)?.position ?? 0) + 1;
  await putRequirement(app.db, { areaId, position, ...wanted, id });
  return viewRequirements(app, areaId);
}

/** Takes a requirement out of the library; notices that hold it keep it. Throws 'not-found'. */
export async function dropRequirement(app: App, areaId: string, id: string) {
  if (!(await retireRequirement(app.db, areaId, id, app.now()))) throw noSuchRequirement();
  return viewRequirements(app, areaId);
}

const noSuchRequirement = (): MingchaError => new MingchaError('not-found', '工作要求库里没有这一条。', '请刷新页面。');
