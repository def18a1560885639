import type { Finding } from '../finding.ts';
import type { PlaceProfile } from './place-profile.ts';

/** Another area's name at `start` where the own one belongs. `where`: the slot as a reader calls it. */
export function placeFinding(start: number, found: string, where: string, profile: PlaceProfile, score: number, files: boolean): Finding {
  return {
    start,
    end: start + found.length,
    found,
    suggestion: profile.own.name,
    layer: 'L3',
    kind: 'foreign-place',
    severity: 2,
    score,
    files,
    why: `${where}出现其他地区名称“${found}”，本地区为${profile.own.name}。`,
  };
}
