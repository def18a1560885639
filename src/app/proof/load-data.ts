import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'text', 'data');

/** The counts and trees behind layer L4. */
export const MODEL = join(FOLDER, 'lm.bin');

/** A list of `src/text/data` as text. */
export const readList = (name: string): Promise<string> => readFile(join(FOLDER, name), 'utf8');
