import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { png } from '../../../tests/support/pictures.ts';
import { decoderFrom, loadDecoder, readGrey } from './read-grey.ts';

/** Left half dark, right half light: 96 × 64. */
const halves = () =>
  sharp(Buffer.from(Array.from({ length: 96 * 64 }, (_, at) => (at % 96 < 48 ? 20 : 220))), {
    raw: { width: 96, height: 64, channels: 1 },
  });
const read = async (bytes: Uint8Array) => {
  const decoder = await loadDecoder();
  return decoder && readGrey(decoder, bytes, 30);
};

describe('a picture as shades of grey', () => {
  it('is upright as its EXIF says, clear parts are white, large ones are made smaller', async () => {
    // Made before the reader narrows what may be decoded.
    const turned = await halves().rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    const clear = await sharp({ create: { width: 70, height: 80, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const large = await halves().resize(3000, 2000).jpeg().toBuffer();
    const upright = await read(turned);
    expect([upright?.width, upright?.height]).toEqual([96, 64]);
    expect([upright?.data[10], upright?.data[90]].map((shade) => Math.round((shade ?? 0) / 20))).toEqual([1, 11]);
    expect((await read(clear))?.data.every((shade) => shade === 255)).toBe(true);
    const smaller = await read(large);
    expect([smaller?.width, smaller?.height]).toEqual([1024, 683]);
  });

  it('is decoded after those that came before, never beside them', async () => {
    const [large, small] = [await halves().resize(3000, 2000).png().toBuffer(), await halves().png().toBuffer()];
    const ended: string[] = [];
    await Promise.all([read(large).then(() => ended.push('large')), read(small).then(() => ended.push('small'))]);
    expect(ended).toEqual(['large', 'small']);
  });

  it('is nothing where it cannot be read within the limits, or is of another kind', async () => {
    const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname"/></svg>');
    const cut = (await halves().png().toBuffer()).subarray(0, 70);
    for (const bytes of [webp, svg, cut, png(1, { claim: 60_000 }), Buffer.from('no picture')]) expect(await read(bytes)).toBeNull();
  });
});

it('on a machine it has no build for, there is no decoder, and nobody fails by it', async () => {
  const absent = () => Promise.reject(new Error('Could not load the "sharp" module using the linux-mips64 runtime'));
  expect(await decoderFrom(absent)).toBeNull();
});
