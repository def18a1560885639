import { viewTrail } from '../../app/people/trail.ts';
import type { trail } from '../../contract/endpoints/trail.ts';
import { endpointTitles } from '../endpoint-titles.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof trail> = async (app, { areaId, thing, act, person, from, to, page, size }, _file, { areaId: home }) => {
  const asked = {
    ...{ thing: thing ?? null, act: act ?? null, name: person ?? null, from: from ?? null, to: to ?? null },
    // What was done for no area is for whoever belongs to none.
    ofNoArea: home === null,
  };
  return viewTrail(app, areaId, asked, { number: page, size }, await endpointTitles());
};
