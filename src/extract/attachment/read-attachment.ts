import type { AttachmentType, ReadingOutcome } from '../../evidence/attachment.ts';
import { Allowance } from './allowance.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import { isAsNamed, namedType, opensAs } from './named-type.ts';
import { isSavedByOffice } from './office-page.ts';
import { findContent } from './read-content.ts';
import { type AttachmentReading, type Content, type Found, ReadingFault } from './reading.ts';
import { lettersOf } from './text-lines.ts';

export interface AttachmentOptions {
  /** File name or the last part of the address; only its ending counts. */
  name: string;
  contentType?: string | null;
  limits?: Partial<ReadingLimits>;
  /** Whether paragraphs and tables are wanted in their order too. */
  blocks?: boolean;
  /** Asked between pages, members and pieces; false ends the reading with what it has. Pure rooms have no clock. */
  more?: () => boolean;
}

/**
 * Reads an attachment: what it is by its bytes, whether that is what its name says, its text and tables in reading order.
 * Any bytes give an answer; nothing here throws on bad input, and memory stays within the limits. Read large files one
 * after another: workbooks and PDFs are held whole.
 */
export async function readAttachment(bytes: Uint8Array, options: AttachmentOptions): Promise<AttachmentReading> {
  const limits = { ...READING_LIMITS, ...options.limits };
  return readWithin(bytes, options, new Allowance(limits, options.more ?? (() => true), options.blocks), 0);
}

async function readWithin(
  bytes: Uint8Array,
  { name, contentType = null }: Pick<AttachmentOptions, 'name' | 'contentType'>,
  allowance: Allowance,
  depth: number,
): Promise<AttachmentReading> {
  const named = namedType(name, contentType);
  const readMember = async (member: string, inner: Buffer | ReadingOutcome): Promise<AttachmentReading> => {
    const said = namedType(member, null);
    if (typeof inner === 'string') return closed(said ?? 'other', said, inner);
    const before = allowance.truncated;
    allowance.truncated = false;
    const reading = await readWithin(inner, { name: member }, allowance, depth + 1);
    allowance.truncated ||= before;
    return reading;
  };
  if (bytes.length === 0) return closed(named ?? 'other', named, 'empty');
  if (bytes.length > allowance.limits.bytes) return closed(named ?? 'other', named, 'too-large');
  if (!allowance.goOn()) return closed(named ?? 'other', named, 'given-up');

  let found: Found;
  try {
    found = await findContent(bytes, named, readMember, allowance);
  } catch (error) {
    return closed(named ?? 'other', named, faultOf(error));
  }
  const { type } = found;
  if (type === 'zip' && depth >= allowance.limits.depth) return closed(type, named, 'too-large');
  return judged(type, named, bytes, await contentOf(found), allowance);
}

async function contentOf({ read }: Found): Promise<Content> {
  if (read === null) return { text: '', outcome: 'unsupported' };
  try {
    return await read();
  } catch (error) {
    return { text: '', outcome: faultOf(error) };
  }
}

/** Libraries throw anything over a broken file; what they throw is never shown. */
const faultOf = (error: unknown): ReadingOutcome => (error instanceof ReadingFault ? error.outcome : 'damaged');

function judged(
  type: AttachmentType,
  named: AttachmentType | null,
  bytes: Uint8Array,
  content: Content,
  allowance: Allowance,
): AttachmentReading {
  const { text, tables = [], blocks = [], pages = null, parts = [] } = content;
  const characters = lettersOf(text);
  const asNamed = isAsNamed(type, named);
  const wrong = !asNamed && named !== null && !opensAs(type, named) && !(type === 'html' && isSavedByOffice(bytes, named));
  const unread = allowance.givenUp ? 'given-up' : allowance.truncated ? 'too-large' : 'no-text';
  const plain = content.outcome ?? (characters > 0 ? 'read' : unread);
  return {
    type,
    named,
    asNamed,
    outcome: wrong ? 'not-what-it-says' : plain,
    text,
    tables,
    blocks,
    pages,
    parts,
    characters,
    truncated: allowance.truncated,
  };
}

/** A reading without content. */
function closed(type: AttachmentType, named: AttachmentType | null, outcome: ReadingOutcome): AttachmentReading {
  return { type, named, asNamed: true, outcome, text: '', tables: [], blocks: [], pages: null, parts: [], characters: 0, truncated: false };
}
