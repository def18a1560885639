/** Fields that fetch or run something when the document is opened. */
const FETCHING = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b/i;
/** Whoever opens a file with it calls there: another host, by address or by a share. */
const ELSEWHERE = /^(?:https?|ftp):|^(?:file:)?(?:\/\/|\\\\)(?!\/)|^file:\/{3,}[\\/]/i;
const FIELD = /<w:instrText\b[^>]*>([^<]*)<|\bw:instr="([^"]*)"/g;

/**
 * What a document would fetch from elsewhere by itself when it is opened (a template on a server, a linked picture, DDE), in the words it
 * is written in; null for none. A link that a reader has to click is none of it.
 */
export function fetchedFromOutside(parts: ReadonlyMap<string, Buffer>): string | null {
  for (const [path, bytes] of parts) {
    if (path.endsWith('.rels'))
      for (const [relation] of bytes.toString('utf8').matchAll(/<Relationship\b[^>]*>/g)) {
        const [type, target, mode] = ['Type', 'Target', 'TargetMode'].map((name) => attributeOf(relation, name));
        if (mode === 'External' && !type?.endsWith('/hyperlink') && ELSEWHERE.test(target?.trim() ?? '')) return target ?? '';
      }
    else if (path.endsWith('.xml')) {
      // One code may be spread over several runs.
      const codes = [...bytes.toString('utf8').matchAll(FIELD)].map(([, run, simple]) => run ?? ` ${simple} `).join('');
      const found = FETCHING.exec(codes);
      if (found) return found[0];
    }
  }
  return null;
}

const attributeOf = (element: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element) ?? [];
  return double ?? single;
};
