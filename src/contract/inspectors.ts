import type { Grants } from './who.ts';

/** Whoever can be drawn to recheck; each is told of the own tasks only, whatever unit the drawn problem is of. */
export const INSPECTORS: Grants = { office: 'area', centre: 'area', third_party: 'area', bureau: 'area', unit: 'area' };
