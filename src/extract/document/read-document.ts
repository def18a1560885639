import type { Block } from '../../core/block.ts';
import type { AttachmentType, ReadingOutcome } from '../../evidence/attachment.ts';
import { Allowance } from '../attachment/allowance.ts';
import { READING_LIMITS } from '../attachment/limits.ts';
import { readAttachment } from '../attachment/read-attachment.ts';
import type { AttachmentReading } from '../attachment/reading.ts';
import { decodeHtml } from '../bytes/decode-html.ts';
import { type Unclear, unflatten } from './flattened.ts';
import { pageBlocks } from './page-document.ts';
import { textBlocks } from './text-document.ts';

/** A file as an ordered document. */
export interface DocumentReading {
  /** By its bytes. */
  type: AttachmentType;
  outcome: ReadingOutcome;
  blocks: Block[];
  /** Places that look like tables whose rows and columns could not be told. */
  unclear: Unclear[];
  /** A limit cut the document short. */
  truncated: boolean;
}

/** Reads a document of any kind an office keeps into paragraphs and tables in order. Any bytes give an answer; `name` only decides between kinds that share their bytes. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<DocumentReading> {
  const reading = await readAttachment(bytes, { name, blocks: true });
  const { type, truncated } = reading;
  const outcome = byBytes(reading);
  if (type === 'zip') return { type, outcome, blocks: [], unclear: [], truncated };
  if (type !== 'html' && type !== 'txt') return { type, outcome, blocks: reading.blocks, unclear: [], truncated };
  const { text } = decodeHtml(bytes, null);
  const blocks = type === 'html' ? pageBlocks(text, new Allowance(READING_LIMITS, () => true)) : textBlocks(text);
  return { type, outcome, truncated, ...unflatten(blocks) };
}

const PICTURES: readonly AttachmentType[] = ['jpg', 'png', 'gif', 'bmp', 'tif'];

/** A file under a wrong name is read for what it is. */
function byBytes({ type, outcome, characters }: AttachmentReading): ReadingOutcome {
  if (outcome !== 'not-what-it-says') return outcome;
  return characters > 0 ? 'read' : PICTURES.includes(type) ? 'no-text' : outcome;
}
