import type { Finding } from '../finding.ts';
import { personalFinding } from './finding-of.ts';

/** A home in so many words, then an address that ends at somebody's door. An office has no 住址, and no flat of its own. */
const HOME =
  /(?:家庭住址|家庭地址|现住址|现住地址|居住地址|住址|户籍地址|户籍所在地)(?:为|是|在)?[：:\s]{0,3}([^，。；;：:\s]{4,40}?(?:\d{1,5}|[一二三四五六七八九十]{1,4})(?:号楼|栋|幢|单元|室|号|户)[^，。；;：:\s]{0,16})/g;

/** Home addresses down to the door. Always for a person to judge: courts and registries print some by law. */
export function personalAddresses(block: string): Finding[] {
  return Array.from(block.matchAll(HOME), (match) => {
    const words = match[1] as string;
    const start = match.index + match[0].length - words.length;
    const place = { start, end: start + words.length };
    return personalFinding(block, place, 'personal-address', { severity: 3, score: 0.6, files: false });
  });
}
