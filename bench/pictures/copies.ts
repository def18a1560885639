import sharp, { type Sharp } from 'sharp';
import { number, pick } from './words.ts';

/** What was done to a picture on its way, and what came out. */
export interface Copy {
  how: string;
  bytes: Buffer;
}

const KERNELS = ['lanczos3', 'cubic', 'linear', 'mitchell'] as const;

async function scaled(picture: Buffer, by: number, kernel: (typeof KERNELS)[number] | 'nearest' = 'lanczos3'): Promise<Sharp> {
  const { width } = await sharp(picture).metadata();
  return sharp(picture)
    .flatten({ background: '#fff' })
    .resize(Math.max(1, Math.round(width * by)), null, { kernel });
}

/** The ways a messenger, a telephone or a clerk's computer passes a picture on. */
export const WAYS: Record<string, (picture: Buffer, random: () => number) => Promise<Buffer>> = {
  'JPEG q 40-60': async (picture, random) => (await scaled(picture, 1)).jpeg({ quality: number(40, 60, random) }).toBuffer(),
  'JPEG q 60-90': async (picture, random) => (await scaled(picture, 1)).jpeg({ quality: number(60, 91, random) }).toBuffer(),
  'scale 0.5-1, q 50-85': async (picture, random) =>
    (await scaled(picture, 0.5 + random() * 0.5, pick(KERNELS, random))).jpeg({ quality: number(50, 85, random) }).toBuffer(),
  'scale 0.3-0.5, q 40-80': async (picture, random) =>
    (await scaled(picture, 0.3 + random() * 0.2, pick(KERNELS, random))).jpeg({ quality: number(40, 80, random) }).toBuffer(),
  'thumbnail of 200 points': async (picture) => (await shrunkTo(picture, 200)).jpeg({ quality: 70 }).toBuffer(),
  'scale 0.5 without averaging': async (picture) => (await scaled(picture, 0.5, 'nearest')).jpeg({ quality: 75 }).toBuffer(),
  'twice: 1280 points q 70, then q 50': async (picture) =>
    sharp(await (await shrunkTo(picture, 1280)).jpeg({ quality: 70 }).toBuffer())
      .jpeg({ quality: 50, chromaSubsampling: '4:2:0' })
      .toBuffer(),
  'sharpened, 1080 points q 75': async (picture) => (await shrunkTo(picture, 1080)).sharpen().jpeg({ quality: 75 }).toBuffer(),
  'WebP q 70, then PNG': async (picture) =>
    sharp(await sharp(picture).flatten({ background: '#fff' }).webp({ quality: 70 }).toBuffer())
      .png()
      .toBuffer(),
  'turned by its EXIF': async (picture) =>
    sharp(await sharp(picture).flatten({ background: '#fff' }).rotate(-90).toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 80 })
      .toBuffer(),
  'cut by 1 % at an edge': (picture) => cut(picture, 0.01),
  'cut by 3 % at an edge': (picture) => cut(picture, 0.03),
};

async function shrunkTo(picture: Buffer, longest: number): Promise<Sharp> {
  return sharp(picture).flatten({ background: '#fff' }).resize(longest, longest, { fit: 'inside', withoutEnlargement: true });
}

async function cut(picture: Buffer, part: number): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const top = Math.round(height * part);
  return sharp(picture)
    .flatten({ background: '#fff' })
    .extract({ left: 0, top, width, height: height - top })
    .jpeg({ quality: 75 })
    .toBuffer();
}
