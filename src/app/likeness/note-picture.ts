import { alike, MOST_SIGNS_APART, PRINT_METHOD, printOf, RATIO_APART } from '../../extract/picture-print.ts';
import { nearPrints, putPrint, waitingPrint, writeAlike } from '../../store/picture-prints.ts';
import type { App } from '../open.ts';
import { loadDecoder, readGrey } from './read-grey.ts';

/** Near ones that are looked at closely. A copy is among the nearest; pages of one site may be near by the hundred. */
const MOST_NEAR = 60;

/**
 * Makes the print of a kept picture and writes which of the area it is alike. Any number may do so at once: a print is there before it
 * is compared, so of two that come together the later sees the earlier. Answers false where nothing can be decoded here.
 */
export async function notePicture(
  { db }: Pick<App, 'db'>,
  areaId: string,
  blob: string,
  bytes: () => Promise<Uint8Array>,
): Promise<boolean> {
  let print = await waitingPrint(db, areaId, blob, PRINT_METHOD);
  if (!print) {
    const sharp = await loadDecoder();
    if (!sharp) return false;
    const grey = await readGrey(sharp, await bytes());
    print = grey && printOf(grey);
    await putPrint(db, areaId, blob, PRINT_METHOD, print);
    if (!print) return true;
  }
  const own = print;
  const near = await nearPrints(
    db,
    { areaId, blob, method: PRINT_METHOD, print: own },
    { ratio: RATIO_APART, signs: MOST_SIGNS_APART, most: MOST_NEAR },
  );
  const others = near.filter((other) => alike(own, other)).map((other) => other.blob);
  await writeAlike(db, areaId, blob, PRINT_METHOD, others);
  return true;
}

/** The same at an upload, which never fails by it: what could not be done is done in the background. */
export async function noteUpload(app: Pick<App, 'db'>, areaId: string, blob: string, bytes: Uint8Array): Promise<void> {
  await notePicture(app, areaId, blob, async () => bytes).catch(() => undefined);
}
