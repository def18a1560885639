import { sameSound } from './readings.ts';
import { sameShape } from './shapes.ts';

export interface Confusable {
  character: string;
  by: 'sound' | 'shape' | 'both';
}

/** Every common character that may have been typed or read for this one: read the same (tones aside) or much alike to the eye. */
export function confusable(character: string): Confusable[] {
  const shapes = new Set(sameShape(character));
  const sounds = sameSound(character);
  const heard = sounds.map((other): Confusable => ({ character: other, by: shapes.has(other) ? 'both' : 'sound' }));
  const seen = new Set(sounds);
  return [...heard, ...[...shapes].filter((other) => !seen.has(other)).map((other): Confusable => ({ character: other, by: 'shape' }))];
}
