import { BlockCache } from './block-cache.ts';
import { divide, type Piece, type TextBlock, type Unscored } from './blocks.ts';
import type { BlockReader, Finding, Layer } from './finding.ts';
import { merge } from './merge.ts';
import { isGlossed, normalise } from './normalise.ts';
import { type ReadBlock, weighPage } from './statistics/weigh-page.ts';

/** A layer that reads one block at a time. */
export interface BlockLayer {
  layer: Layer;
  read: BlockReader;
}

/** A layer that needs the whole text: its script, its readings. Offsets are into the text as given. */
export interface PageLayer {
  layer: Layer;
  read(text: string, blocks: readonly TextBlock[]): Finding[];
}

/** What a proofreader is made of. */
export interface ProofreaderParts {
  layers: readonly Layer[];
  blockLayers: readonly BlockLayer[];
  pageLayers: readonly PageLayer[];
  /** Names the lists and counts these layers were made from; blocks are kept under it. */
  version: string;
  /** Least score a finding of a layer needs to be told; a layer that is not named tells all it finds. */
  thresholds: Readonly<Partial<Record<Layer, number>>>;
  /** Whether a stretch lies within a term the office has accepted: its words are then not judged. */
  isAccepted?: (text: string, start: number, end: number) => boolean;
}

export interface ReadOptions {
  /** Paragraphs and cells of the text where its file tells them; else lines and tabs do. */
  pieces?: readonly Piece[];
  /** Candidates below the threshold too. */
  all?: boolean;
}

/** What was read of one text. */
export interface ProofreadText {
  /** In reading order, no two overlapping. Offsets are UTF-16 positions in the text as given. */
  findings: Finding[];
  /** Letters read, blanks not counted. */
  characters: number;
  /** Letters that are not the office's own words and were read for personal data only, by what they are. */
  unscored: Readonly<Record<Unscored, number>>;
  /** So many findings that a person should read the page through (请通读此页) rather than take them one by one. */
  collapsed: boolean;
}

export interface Proofreader {
  readonly version: string;
  /** Layers it was asked for; those that read markup are read by whoever has the page. */
  readonly layers: ReadonlySet<Layer>;
  readonly thresholds: Readonly<Partial<Record<Layer, number>>>;
  readText(text: string, options?: ReadOptions): ProofreadText;
}

/** Layers that judge wording. The others look for what must not be published, whoever wrote it. */
const JUDGES_WORDS: ReadonlySet<Layer> = new Set(['L0', 'L1', 'L2', 'L3', 'L4']);

/** Joins layers into one reader. Unchanged blocks are not judged again while it lives. */
export function compileProofreader({ layers, blockLayers, pageLayers, version, thresholds, isAccepted }: ProofreaderParts): Proofreader {
  const cache = new BlockCache();
  const readBlock = (block: string): readonly Finding[] =>
    cache.of(block, () => blockLayers.filter(({ layer }) => JUDGES_WORDS.has(layer)).flatMap(({ read }) => read(block)));
  const others = blockLayers.filter(({ layer }) => !JUDGES_WORDS.has(layer));

  function readText(text: string, { pieces, all = false }: ReadOptions = {}): ProofreadText {
    const blocks = divide(text, pieces);
    const options = { plainReadings: isGlossed(text) };
    // What is quoted or accepted is nobody's slip, and tells nothing of how carefully the text was written either.
    const isOwn = (finding: Finding): boolean =>
      !JUDGES_WORDS.has(finding.layer) || !(isQuoted(finding, blocks) || isAccepted?.(text, finding.start, finding.end));
    const judged: ReadBlock[] = [];
    const findings: Finding[] = [];
    let characters = 0;
    const unscored = { message: 0, verse: 0, foreign: 0, 'no-words': 0 };
    for (const block of blocks) {
      const own = text.slice(block.start, block.end);
      characters += block.letters;
      if (block.unscored) unscored[block.unscored] += block.letters;
      const clean = normalise(own, options);
      const placed = (finding: Finding): Finding => {
        const start = block.start + clean.startOf(finding.start);
        const end = Math.max(start, block.start + clean.endOf(finding.end));
        return { ...finding, start, end, severity: raised(finding, block), found: text.slice(start, end) };
      };
      if (block.unscored === null)
        judged.push({ text: own, start: block.start, letters: block.letters, findings: readBlock(clean.text).map(placed).filter(isOwn) });
      findings.push(...others.flatMap(({ read }) => read(clean.text)).map(placed));
    }
    findings.push(...weighPage(judged));
    for (const { read } of pageLayers) findings.push(...read(text, blocks).filter(isOwn));
    const told = findings.filter(({ layer, score }) => all || score >= (thresholds[layer] ?? 0));
    const merged = merge(told);
    return { findings: merged, characters, unscored, collapsed: isTooMuch(merged, characters) };
  }
  return { version, layers: new Set(layers), thresholds, readText };
}

/** An error that every visitor reads first weighs more. */
const raised = ({ severity }: Finding, { role }: TextBlock): Finding['severity'] =>
  severity === 3 && (role === 'title' || role === 'lead') ? 2 : severity;

const isQuoted = ({ start, end }: Finding, blocks: readonly TextBlock[]): boolean =>
  blockAt(blocks, start)?.quoted.some((range) => start >= range.start && end <= range.end) ?? false;

/** Blocks stand in order and do not overlap. */
function blockAt(blocks: readonly TextBlock[], place: number): TextBlock | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle] as TextBlock;
    if (place < block.start) high = middle - 1;
    else if (place >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}

const MANY = 10;
/** With fewer findings a text is never too much, however short: one slip does not make a broken page. */
const SEVERAL = 4;
const LETTERS_EACH = 300;

function isTooMuch(findings: readonly Finding[], characters: number): boolean {
  const errors = findings.filter(({ layer }) => JUDGES_WORDS.has(layer)).length;
  return errors >= MANY || (errors >= SEVERAL && errors * LETTERS_EACH > characters);
}
