import type { Allowance } from './allowance.ts';
import { attributeOf, readXml } from './read-xml.ts';
import { type Content, ReadingFault } from './reading.ts';
import { TextLines } from './text-lines.ts';
import type { Archive, Member } from './zip/open-archive.ts';

/** A run of letters and where it stands on its page, in millimetres from the top left. */
interface Run {
  x: number;
  y: number;
  text: string;
}

/** Runs whose heights differ by less stand on one line. */
const SAME_LINE_MM = 1.5;
const MAX_RUNS = 100_000;

/**
 * Text of an OFD file (GB/T 33190): OFD.xml names the documents, each its pages, each page holds TextCode elements. They may
 * stand in any order, so they are put into reading order by their place.
 */
export async function readOfd(archive: Archive, root: Member, allowance: Allowance): Promise<Content> {
  const lines = new TextLines(allowance);
  let pages = 0;
  for (const document of await textsOf(root, 'DocRoot')) {
    const member = archive.find(document);
    if (!member) throw new ReadingFault('damaged');
    const folder = document.slice(0, document.lastIndexOf('/') + 1);
    for (const location of await pageLocations(member)) {
      const page = archive.find(location) ?? archive.find(folder + location);
      pages += 1;
      if (pages > allowance.limits.pages || !allowance.goOn()) {
        allowance.truncated = true;
        break;
      }
      if (page) for (const line of inReadingOrder(await runsOf(page))) lines.add(line);
    }
  }
  return { text: lines.text, blocks: lines.blocks, pages };
}

async function textsOf(member: Member, element: string): Promise<string[]> {
  const found: string[] = [];
  let inside = false;
  await readXml(member.pieces(), {
    open(name) {
      inside = name === element;
      if (inside) found.push('');
    },
    text(data) {
      if (inside) found[found.length - 1] += data;
    },
    close() {
      inside = false;
    },
  });
  return found.map((text) => text.trim().replace(/^\/+/, ''));
}

async function pageLocations(member: Member): Promise<string[]> {
  const found: string[] = [];
  await readXml(member.pieces(), {
    open(name, { BaseLoc }) {
      if (name === 'Page' && BaseLoc) found.push(BaseLoc.trim().replace(/^\/+/, ''));
    },
  });
  return found;
}

async function runsOf(page: Member): Promise<Run[]> {
  const runs: Run[] = [];
  let origin = { x: 0, y: 0 };
  let run: Run | null = null;
  await readXml(page.pieces(), {
    open(name, attributes) {
      if (name === 'TextObject') {
        const [x = 0, y = 0] = (attributes.Boundary ?? '').trim().split(/\s+/).map(Number);
        origin = { x: x || 0, y: y || 0 };
      } else if (name === 'TextCode') {
        const offset = (key: string): number => Number(attributeOf(attributes, key)) || 0;
        run = { x: origin.x + offset('X'), y: origin.y + offset('Y'), text: '' };
      }
    },
    text(data) {
      if (run) run.text += data;
    },
    close(name) {
      if (name !== 'TextCode' || !run) return;
      if (run.text.trim() !== '') runs.push(run);
      run = null;
    },
    done: () => runs.length >= MAX_RUNS,
  });
  return runs;
}

/** Lines from top to bottom, runs of a line from left to right. */
function inReadingOrder(runs: readonly Run[]): string[] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && run.y - first.y < SAME_LINE_MM) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) =>
    line
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(''),
  );
}
