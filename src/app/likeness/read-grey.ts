import type { GreyPicture } from '../../extract/picture-print.ts';

type Sharp = typeof import('sharp').default;

/** As `checkProofFile` lets through. */
const MOST_POINTS = 60_000_000;
/** Longest side that is worked on; larger ones are made smaller while they are decoded. */
const LONGEST = 1024;

let loading: Promise<Sharp | null> | undefined;

/** The decoder, once; null on a machine it has no build for: there pictures are compared by their bytes alone. */
export function loadDecoder(): Promise<Sharp | null> {
  loading ??= decoderFrom(() => import('sharp'));
  return loading;
}

/** What a package gives, tamed; null where it cannot be loaded. */
export async function decoderFrom(load: () => Promise<{ default: Sharp }>): Promise<Sharp | null> {
  const loaded = await load().catch(() => null);
  if (loaded === null) return null;
  const { default: sharp } = loaded;
  // One thread and no cache: a server that answers people is no workshop.
  sharp.concurrency(1);
  sharp.cache(false);
  // Whatever bytes claim to be, nothing but these two readers touches them.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
  return sharp;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Pictures of this process that are being decoded or wait for it. */
export const picturesInTurn = (): number => waiting;

/**
 * A PNG or JPEG as shades of grey, upright as its EXIF says, clear parts white; null when it cannot be decoded within the limits,
 * `seconds` among them. One after the other: the largest picture of few bytes takes half a gigabyte while it is decoded.
 */
export function readGrey(sharp: Sharp, bytes: Uint8Array, seconds: number): Promise<GreyPicture | null> {
  waiting += 1;
  const mine = last
    .then(() => decode(sharp, bytes, seconds))
    .finally(() => {
      waiting -= 1;
    });
  last = mine;
  return mine;
}

async function decode(sharp: Sharp, bytes: Uint8Array, seconds: number): Promise<GreyPicture | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_POINTS, pages: 1, failOn: 'error' })
      .timeout({ seconds })
      .autoOrient()
      .flatten({ background: '#fff' })
      .greyscale()
      // Made smaller by the decoder itself, a picture would be shifted by parts of a point: two sizes of one would look unlike.
      .resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true, fastShrinkOnLoad: false })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch {
    return null;
  }
}
