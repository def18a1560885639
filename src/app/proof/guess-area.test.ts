import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePlaces } from '../../text/place/place.ts';
import { placeProfile } from '../../text/place/place-profile.ts';
import { guessArea } from './guess-area.ts';

const PLACES = parsePlaces(readFileSync(new URL('../../text/data/places.tsv', import.meta.url), 'utf8'));
const ANY = placeProfile(PLACES, '北京市');

it.each([
  ['title and text', '信丰县政务公开工作通报\n信丰县各单位要抓好落实。', '信丰县'],
  ['title alone', '信丰县政务公开工作通报\n各单位要抓好落实。', '信丰县'],
  ['text and signature', '关于公开工作的通知\n信丰县各单位要抓好落实。\n信丰县人民政府办公室', '信丰县'],
  ['one mention in running text', '关于公开工作的通知\n产品销往信丰县。', null],
  ['two named alike', '关于公开工作的通知\n信丰县与大余县合作，信丰县、大余县共建。', null],
  ['title of another than the signature', '关于学习大余县经验的通知\n各单位要学习。\n信丰县人民政府办公室', null],
  ['title of another than the text', '关于学习大余县经验的通知\n信丰县各单位要学习。信丰县、信丰县。', null],
  ['nobody', '关于公开工作的通知', null],
])('%s', (_, text, name) => {
  expect(guessArea(text, PLACES, ANY)?.own.name ?? null).toBe(name);
});
