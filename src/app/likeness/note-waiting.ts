import { PRINT_METHOD } from '../../extract/picture-print.ts';
import { picturesToPrint, putPrint } from '../../store/picture-prints.ts';
import type { App } from '../open.ts';
import { notePicture } from './note-picture.ts';

/** Pictures of one round of the scheduler. */
const AT_ONCE = 40;
/** How long a round of the scheduler may spend on them. */
const ROUND_MS = 3_000;

/** Prints for pictures that were kept before there were any, or whose upload was cut short; the rest in the next rounds. */
export async function noteWaiting(app: Pick<App, 'db' | 'blobs'>): Promise<void> {
  const until = performance.now() + ROUND_MS;
  for (const { areaId, blob } of await picturesToPrint(app.db, PRINT_METHOD, AT_ONCE)) {
    if (performance.now() > until) return;
    const bytes = await app.blobs.get(blob).catch(() => null);
    // Lost or damaged on disk, which its own page tells: it must not stand before all the others for ever.
    if (bytes === null) await putPrint(app.db, areaId, blob, PRINT_METHOD, null);
    else if (!(await notePicture(app, { areaId, blob, bytes }, 'round'))) return;
  }
}
