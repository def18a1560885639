import { describe, expect, it } from 'vitest';
import { alike, type GreyPicture, type PicturePrint, printOf } from './picture-print.ts';

type Shade = (x: number, y: number) => number;
/** A picture drawn by a rule over 0 to 1 each way, so that any size shows the same. */
function drawn(shade: Shade, width = 320, height = 240): GreyPicture {
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const value = shade(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height);
    return Math.max(0, Math.min(255, Math.round(value)));
  });
  return { width, height, data };
}
const scene: Shade = (x, y) => 128 + 70 * Math.sin(x * 47 + Math.sin(y * 31) * 3) + 40 * Math.cos(y * 83 + x * 11);
const otherScene: Shade = (x, y) => 128 + 70 * Math.sin(x * 53 + Math.cos(y * 29) * 3) + 40 * Math.cos(y * 71 + x * 17);
/** What compression leaves behind, everywhere. */
const rough =
  (shade: Shade, by: number): Shade =>
  (x, y) =>
    shade(x, y) + by * Math.sin(x * 911 + y * 1733);
/** Another entry in one place. */
const entry =
  (shade: Shade, by: number): Shade =>
  (x, y) =>
    shade(x, y) + (x > 0.4 && x < 0.5 && y > 0.4 && y < 0.46 ? by : 0);
const print = (picture: GreyPicture): PicturePrint => {
  const made = printOf(picture);
  if (!made) throw new Error('shows too little');
  return made;
};
const own = print(drawn(scene));

describe('two pictures are alike', () => {
  it.each<[string, boolean, GreyPicture]>([
    ['the same', true, drawn(scene)],
    ['smaller', true, drawn(scene, 200, 150)],
    ['larger', true, drawn(scene, 640, 480)],
    ['compressed', true, drawn(rough(scene, 12))],
    ['of a little less contrast', true, drawn((x, y) => 20 + scene(x, y) * 0.85)],
    ['of much less contrast', false, drawn((x, y) => 60 + scene(x, y) * 0.5)],
    ['of sides rounded on the way', true, drawn(scene, 201, 150)],
    ['of other sides', false, drawn(scene, 320, 230)],
    ['another scene', false, drawn(otherScene)],
    ['its negative', false, drawn((x, y) => 255 - scene(x, y))],
    ['turned upside down', false, drawn((x, y) => scene(x, 1 - y))],
    ['moved by a twentieth', false, drawn((x, y) => scene(x + 0.05, y))],
    ['another entry in one place', false, drawn(entry(scene, 90))],
    ['a slight other entry, all else untouched', false, drawn(entry(scene, 12))],
  ])('%s: %s', (_name, expected, picture) => {
    expect(alike(own, print(picture))).toBe(expected);
  });

  it('of two pages of text in one frame, only the same page compressed', () => {
    // Bars for lines of text, other lengths on other pages, under one heading and beside one menu.
    const page =
      (seed: number): Shade =>
      (x, y) => {
        if (y < 0.15) return 60;
        if (x < 0.2) return Math.floor(y * 60) % 2 === 0 ? 235 : 160;
        const line = Math.floor(y * 40);
        return line % 2 === 0 && x < 0.3 + ((line * seed * 7919) % 64) / 100 ? 120 + 50 * Math.sin(x * 300 * seed + line) : 250;
      };
    const one = print(drawn(page(1), 640, 480));
    expect(alike(one, print(drawn(rough(page(1), 10), 320, 240)))).toBe(true);
    for (const other of [2, 3, 5, 11]) expect(alike(one, print(drawn(page(other), 640, 480)))).toBe(false);
  });
});

describe('no print', () => {
  it.each<[string, GreyPicture]>([
    ['smaller than its cells', drawn(scene, 63, 240)],
    ['of one shade', drawn(() => 240)],
    ['a dark room', drawn((x, y) => 6 + scene(x, y) / 100)],
    ['a heading on an empty page', drawn((x, y) => (y < 0.25 ? scene(x, y) : 250))],
  ])('%s', (_name, picture) => {
    expect(printOf(picture)).toBeNull();
  });

  it('of a page of which more than a third shows something, there is one', () => {
    expect(printOf(drawn((x, y) => (y < 0.375 ? scene(x, y) : 250)))).not.toBeNull();
  });
});
