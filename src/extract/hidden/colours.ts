import type { Style } from './style-rules.ts';

const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  red: 'ff0000',
  blue: '0000ff',
  green: '008000',
  yellow: 'ffff00',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
};

/** A colour as six hex digits; 'none' for one that is not there; null for what cannot be told from the page. */
export function colourOf(value: string): string | 'none' | null {
  const colour = value.trim();
  if (colour === 'transparent' || /^(?:rgba|hsla)\([^)]*,\s*0?\.?0\s*\)$/.test(colour)) return 'none';
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour.slice(1);
  if (/^#[0-9a-f]{3}$/.test(colour)) return [...colour.slice(1)].map((digit) => digit + digit).join('');
  const rgb = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(colour);
  if (rgb)
    return rgb
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('');
  return NAMED[colour] ?? null;
}

/** The background an element sets; undefined when it sets none, null when nobody can tell (a picture). */
export function backgroundOf(style: Style, bgcolor: string | undefined): string | null | undefined {
  const given = style.get('background-color') ?? style.get('background') ?? bgcolor?.toLowerCase();
  if (given === undefined || given === '') return undefined;
  if (/url\(|gradient/.test(given)) return null;
  for (const part of given.split(/\s+(?![^(]*\))/)) {
    const colour = colourOf(part);
    if (colour === 'none') return undefined;
    if (colour !== null) return colour;
  }
  return null;
}

/** So near one another that nobody reads the one on the other. */
export function alike(a: string, b: string): boolean {
  const parts = (hex: string): number[] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const other = parts(b);
  return parts(a).every((part, i) => Math.abs(part - (other[i] as number)) <= 6);
}
