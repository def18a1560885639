import sharp from 'sharp';
import { randomFrom } from '../random.ts';
import { number, pick, words } from './words.ts';

const WIDTH = 1600;
const HEIGHT = 1200;

/** What the camera sees: light, things before it, a sign with writing, grain. `moved` = the camera, as one who takes a second picture holds it. */
export async function photograph(n: number, { dark = false, board = false, moved = 0 } = {}): Promise<Buffer> {
  const random = randomFrom(n * 7_001 + (board ? 3 : 0));
  const grain = randomFrom(n * 7_001 + moved * 13 + 1);
  const layers = await Promise.all([6, 24, 96].map((cells) => clouds(cells, random)));
  const base = await sharp(layers[0] as Buffer)
    .composite(layers.slice(1).map((input) => ({ input, blend: 'soft-light' as const })))
    .modulate({ brightness: dark ? 0.18 : 0.75 + random() * 0.5 })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const things = Buffer.from(board ? boardOf(random, dark) : thingsOf(random, dark));
  const shot = await sharp(base)
    .composite([{ input: things }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  const image = moved === 0 ? sharp(shot) : sharp(await handHeld(shot, moved));
  const noise = await clouds(600, grain, 18);
  return sharp(await image.png({ compressionLevel: 1 }).toBuffer())
    .composite([{ input: noise, blend: 'overlay' }])
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function handHeld(shot: Buffer, moved: number): Promise<Buffer> {
  const turned = await sharp(shot)
    .rotate(moved * 0.8, { background: '#777' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const cut = { left: 30 + moved * 22, top: 30 + moved * 14, width: WIDTH - 130, height: Math.round(((WIDTH - 130) * HEIGHT) / WIDTH) };
  return sharp(turned).extract(cut).resize(WIDTH, HEIGHT).png({ compressionLevel: 1 }).toBuffer();
}

/** Random light, coarse or fine. */
async function clouds(cells: number, random: () => number, depth = 200): Promise<Buffer> {
  const rows = Math.round((cells * HEIGHT) / WIDTH);
  const data = Buffer.alloc(cells * rows * 3);
  const tint = [random(), random(), random()];
  for (let i = 0; i < data.length; i++) data[i] = 128 - depth / 2 + random() * depth * (0.7 + 0.3 * (tint[i % 3] as number));
  return sharp(data, { raw: { width: cells, height: rows, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: 'cubic', fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function thingsOf(random: () => number, dark: boolean): string {
  const level = dark ? 0.2 : 1;
  const colour = (): string => `rgb(${[0, 0, 0].map(() => Math.round(random() * 255 * level)).join(',')})`;
  const things = Array.from({ length: number(12, 40, random) }, () => {
    const [x, y, w, h] = [number(-100, WIDTH, random), number(-100, HEIGHT, random), number(40, 520, random), number(40, 420, random)];
    return random() < 0.6
      ? `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour()}" opacity="${0.4 + random() * 0.6}" transform="rotate(${number(-30, 30, random)} ${x} ${y})"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${colour()}" opacity="${0.4 + random() * 0.6}"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${things}</svg>`;
}

/** 公开栏: one board with sheets of paper on it, photographed from the front. */
function boardOf(random: () => number, dark: boolean): string {
  const paper = dark ? '#333' : '#f4f2ea';
  const sheets = Array.from({ length: 6 }, (_, i) => {
    const [x, y] = [130 + (i % 3) * 460, 190 + Math.floor(i / 3) * 480];
    const lines = Array.from(
      { length: number(6, 15, random) },
      (_line, k) =>
        `<text x="${x + 24}" y="${y + 50 + k * 27}" font-size="19" font-family="Noto Serif CJK SC">${words(number(8, 19, random), random)}</text>`,
    ).join('');
    return `<rect x="${x}" y="${y}" width="420" height="450" fill="${paper}"/>${lines}`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect x="70" y="60" width="1460" height="1110" fill="${pick(['#8a2d22', '#274f7d'], () => 0.2)}"/><text x="620" y="140" font-size="56" fill="#fff" font-family="Noto Serif CJK SC">政务公开栏</text>${sheets}</svg>`;
}
