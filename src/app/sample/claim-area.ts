import { findAreasByName, upsertAreas } from '../../store/areas.ts';
import { putSetting, readSettings } from '../../store/settings.ts';
import type { Area } from '../../subjects/area.ts';
import { areaByName } from '../import/area-of-import.ts';
import type { App } from '../open.ts';
import { SAMPLES, type SampleId } from './world.ts';

/** Says whose area it is before anything comes in, so that a loading that is killed is known for what it is and goes on. */
export async function claimArea(app: App, sample: SampleId, port: number): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const chain = await areaByName(trx, SAMPLES[sample].area);
    const { id } = chain.at(-1) as Area;
    await upsertAreas(trx, chain);
    await putSetting(trx, id, 'sample', sample);
    await putSetting(trx, id, 'samplePort', port);
  });
}

/** A site's id holds its address, so a sample goes on at the port it was loaded with. */
export async function keptPort(app: App, sample: SampleId): Promise<number> {
  for (const area of await findAreasByName(app.db, SAMPLES[sample].name)) {
    const settings = await readSettings(app.db, area.id);
    if (settings.get('sample') === sample && typeof settings.get('samplePort') === 'number') return settings.get('samplePort') as number;
  }
  return 0;
}
