import type { ReadingOutcome } from '../../../evidence/attachment.ts';
import type { Allowance } from '../allowance.ts';
import { type AttachmentPart, type AttachmentReading, type Content, ReadingFault } from '../reading.ts';
import { type Archive, type Member, wholeMember } from './open-archive.ts';

/** Reads one member; null bytes: it could not be unpacked, for this reason. */
export type ReadMember = (name: string, bytes: Buffer | ReadingOutcome) => Promise<AttachmentReading>;

/** What macOS and Windows leave in archives. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** The files of an archive, one after another. Its outcome is that of its best member. */
export async function readMembers(archive: Archive, readMember: ReadMember, allowance: Allowance): Promise<Content> {
  const parts: AttachmentPart[] = [];
  for (const member of archive.members) {
    if (LITTER.test(member.name)) continue;
    if (!allowance.member() || !allowance.goOn()) break;
    const reading = await readMember(member.name, await unpacked(member, allowance));
    parts.push({ name: member.name, bytes: member.bytes, reading });
  }
  const texts = parts.map(({ reading }) => reading.text).filter((text) => text !== '');
  return { text: texts.join('\n'), parts, outcome: outcomeOf(parts) };
}

async function unpacked(member: Member, allowance: Allowance): Promise<Buffer | ReadingOutcome> {
  try {
    return await wholeMember(member, allowance.limits.memberBytes, allowance);
  } catch (error) {
    return error instanceof ReadingFault ? error.outcome : 'damaged';
  }
}

/** What is said of an archive of which nothing could be read: the first of these that any member says. */
const BAD: readonly ReadingOutcome[] = ['given-up', 'encrypted', 'too-large', 'damaged', 'not-what-it-says', 'unsupported', 'no-text'];

function outcomeOf(parts: readonly AttachmentPart[]): ReadingOutcome {
  const outcomes = new Set(parts.map(({ reading }) => reading.outcome));
  return outcomes.has('read') ? 'read' : (BAD.find((outcome) => outcomes.has(outcome)) ?? 'empty');
}
