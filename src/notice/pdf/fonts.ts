import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Face } from '../layout/faces.ts';

/** Which fonts a .pdf is set in: folders to look in, and for each face the families to try in order. */
export interface PdfFonts {
  folders: readonly string[];
  faces: Readonly<Record<Face, { families: readonly string[]; weight: number }>>;
}

const SERIF = 'Noto Serif SC';
const REGULAR = 400;
const BOLD = 700;

/**
 * The open font that ships with our packages: one family stands in for all faces, 黑体 and 小标宋 by its bold weight.
 * It holds every character of GB 2312 and the rare ones of names.
 */
export function defaultPdfFonts(): PdfFonts {
  const resolve = createRequire(import.meta.url).resolve;
  const folder = (weight: string): string => dirname(resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`));
  const face = (weight: number) => ({ families: [SERIF], weight });
  return {
    folders: [folder('400Regular'), folder('700Bold')],
    faces: { body: face(REGULAR), kai: face(REGULAR), hei: face(BOLD), title: face(BOLD), song: face(REGULAR) },
  };
}
