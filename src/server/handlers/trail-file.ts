import { exportTrail } from '../../app/people/trail.ts';
import type { trailFile } from '../../contract/endpoints/trail-file.ts';
import { endpointTitles } from '../endpoint-titles.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof trailFile> = async (app, { areaId, thing, act, person, from, to }, _file, { areaId: home }) => {
  const asked = {
    ...{ thing: thing ?? null, act: act ?? null, name: person ?? null, from: from ?? null, to: to ?? null },
    // What was done for no area is for whoever belongs to none.
    ofNoArea: home === null,
  };
  return { ...(await exportTrail(app, areaId, asked, await endpointTitles())), as: 'document' };
};
