import type { Allowance } from '../allowance.ts';
import { readXml } from '../read-xml.ts';
import { type Archive, type Member, wholeMember } from '../zip/open-archive.ts';

/** Parts of an Office file by what `[Content_Types].xml` says they are. */
export interface OfficePackage {
  archive: Archive;
  /** Names of the parts of a type, by the end of its name, in the order listed. */
  parts(typeEnd: string): string[];
}

/** Content types may take this much; more is a bomb. */
const TYPES_BYTES = 2 * 1_048_576;

/** Null when the archive is no Office file. */
export async function officePackage(archive: Archive, allowance: Allowance): Promise<OfficePackage | null> {
  const member = archive.find('[Content_Types].xml');
  if (!member || member.encrypted) return null;
  const types: { name: string; type: string }[] = [];
  await readXml([await wholeMember(member, TYPES_BYTES, allowance)], {
    open(element, { PartName, ContentType }) {
      if (element === 'Override' && PartName && ContentType) types.push({ name: PartName, type: ContentType });
    },
  });
  return { archive, parts: (typeEnd) => types.filter(({ type }) => type.endsWith(typeEnd)).map(({ name }) => name) };
}

/** Targets of a part by their id, as full names. */
export async function relations(archive: Archive, part: string, allowance: Allowance): Promise<Map<string, string>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const member = archive.find(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, string>();
  if (!member) return found;
  await readXml(member.pieces(), {
    open(element, { Id, Target, TargetMode }) {
      if (element === 'Relationship' && Id && Target && TargetMode !== 'External') found.set(Id, joined(folder, Target));
    },
    done: () => !allowance.goOn(),
  });
  return found;
}

const joined = (folder: string, target: string): string => {
  try {
    return decodeURIComponent(new URL(target, `file:///${folder.replace(/^\/+/, '')}`).pathname);
  } catch {
    return target;
  }
};

export const existing = (archive: Archive, names: readonly string[]): Member[] => names.flatMap((name) => archive.find(name) ?? []);
