import { enterRepublication } from '../../app/republications/republications.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { republicationLook } from '../../contract/endpoints/republication-look.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof republicationLook> = async (app, { areaId, noticeId, ...entry }, _file, { name: by }) =>
  enterRepublication(app, await noticeOf(app, areaId, noticeId), { ...entry, by });
