import { alike, MOST_SIGNS_APART, type PicturePrint, PRINT_METHOD, printOf, RATIO_APART } from '../../extract/picture-print.ts';
import { nearPrints, putPrint, waitingPrint, writeAlike } from '../../store/picture-prints.ts';
import type { App } from '../open.ts';
import { loadDecoder, picturesInTurn, readGrey } from './read-grey.ts';

/** Near ones that are looked at closely. A copy is among the nearest; pages of one site may be near by the hundred. */
const MOST_NEAR = 60;
/** The most pictures that are decoded or wait their turn at uploads; further ones are done in a round. */
const MOST_IN_TURN = 4;
/** How long decoding may take: whoever uploads waits for it, the rounds of the scheduler have time. */
const SECONDS = { upload: 5, round: 30 } as const;

/**
 * Makes the print of a kept picture and writes which of the area it is alike. Any number may do so at once: a print is there before it
 * is compared, so of two that come together the later sees the earlier. What cannot be decoded at an upload is tried once more in a round,
 * and then has no print for good. Answers false where nothing can be decoded here.
 */
export async function notePicture(
  { db }: Pick<App, 'db'>,
  { areaId, blob, bytes }: { areaId: string; blob: string; bytes: Uint8Array },
  at: keyof typeof SECONDS,
): Promise<boolean> {
  const kept = await waitingPrint(db, areaId, blob, PRINT_METHOD);
  const print = kept ?? (await makePrint(db, { areaId, blob, bytes }, at));
  if (typeof print === 'boolean') return print;
  const to = { areaId, blob, method: PRINT_METHOD, print };
  const near = await nearPrints(db, to, { ratio: RATIO_APART, signs: MOST_SIGNS_APART, most: MOST_NEAR });
  const others = near.filter((other) => alike(print, other)).map((other) => other.blob);
  await writeAlike(db, areaId, blob, PRINT_METHOD, others);
  return true;
}

/** The print of a file, kept; where there is none, what `notePicture` answers. */
async function makePrint(
  db: App['db'],
  { areaId, blob, bytes }: { areaId: string; blob: string; bytes: Uint8Array },
  at: keyof typeof SECONDS,
): Promise<PicturePrint | boolean> {
  const sharp = await loadDecoder();
  if (!sharp) return false;
  if (at === 'upload' && picturesInTurn() >= MOST_IN_TURN) return true;
  const grey = await readGrey(sharp, bytes, SECONDS[at]);
  if (!grey && at === 'upload') return true;
  const print = grey && printOf(grey);
  await putPrint(db, areaId, blob, PRINT_METHOD, print);
  return print ?? true;
}

/** The same at an upload, which never fails by it: what could not be done is done in the background. */
export async function noteUpload(app: Pick<App, 'db'>, areaId: string, blob: string, bytes: Uint8Array): Promise<void> {
  await notePicture(app, { areaId, blob, bytes }, 'upload').catch(() => undefined);
}
