import type { Level } from '../model.ts';

/**
 * Faces of official papers by the names Word and WPS know them. They are named, never embedded: an office has them,
 * a server mostly not.
 */
export const FACES = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  title: '方正小标宋简体',
  song: '宋体',
} as const;
export type Face = keyof typeof FACES;

/** Faces of the levels (7.3.3): 一、黑体, （一）楷体, 1. and （1）仿宋. */
export const LEVEL_FACE: Readonly<Record<Level, Face>> = { 0: 'body', 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' };
