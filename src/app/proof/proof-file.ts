import type { Finding } from '../../text/finding.ts';
import { maskPersonal } from '../../text/privacy/mask-personal.ts';
import type { Proofreader, ProofreadText, ReadOptions } from '../../text/proofread.ts';

import { type ProofInput, plainText, readProofInput } from './proof-input.ts';
import type { ProofReport } from './report.ts';

export type ProofOptions = Pick<ReadOptions, 'all'>;

/**
 * Proofreads a draft of any kind. `name` is shown, and its ending decides between kinds of files that share their bytes.
 * @throws bad-input when the file cannot be read, with what to do.
 */
export async function proofFile(reader: Proofreader, bytes: Uint8Array, name: string, options: ProofOptions = {}): Promise<ProofReport> {
  const began = performance.now();
  return proofInput(reader, await readProofInput(bytes, name), name, options, began);
}

/** Proofreads a text as given. */
export const proofText = (reader: Proofreader, text: string, name: string, options: ProofOptions = {}): Promise<ProofReport> =>
  proofInput(reader, plainText(text), name, options, performance.now());

/** Proofreads what was read of a draft. `began`: when its reading began. */
export async function proofInput(
  reader: Proofreader,
  input: ProofInput,
  name: string,
  { all }: ProofOptions,
  began: number,
): Promise<ProofReport> {
  const { text, document, type } = input;
  const read = reader.readText(text, { ...(document ? { pieces: document.pieces } : {}), ...(all ? { all } : {}) });
  const placeOf = ({ start, end }: Finding) => document?.placeOf(start, end) ?? null;
  // What an intruder hid has no place in the words a reader sees.
  const { intrusionIn } = input.html !== null && reader.layers.has('L6') ? await import('./intrusion-layer.ts') : { intrusionIn: null };
  const hidden = (intrusionIn?.(input.html ?? '', name) ?? []).filter(({ score }) => all || score >= (reader.thresholds.L6 ?? 0));
  return {
    findings: [
      ...hidden.map((finding) => ({ ...covered(finding), place: null })),
      ...read.findings.map((finding) => ({ ...covered(finding), place: placeOf(finding) })),
    ],
    characters: read.characters,
    seconds: Math.round(performance.now() - began) / 1000,
    collapsed: read.collapsed,
    file: name,
    type,
    text: maskPersonal(text),
    document: document?.blocks.map(coverBlock) ?? null,
    notes: notesOf(input, read),
  };
}

const covered = (finding: Finding): Finding => ({
  ...finding,
  found: maskPersonal(finding.found),
  suggestion: finding.suggestion === null ? null : maskPersonal(finding.suggestion),
  why: maskPersonal(finding.why),
});

const coverBlock = (block: NonNullable<ProofInput['document']>['blocks'][number]): typeof block =>
  block.kind === 'paragraph'
    ? { ...block, text: maskPersonal(block.text) }
    : { ...block, rows: block.rows.map((row) => row.map(maskPersonal)) };

const UNSCORED = { message: '网民来信', verse: '诗词', foreign: '外文或代码' } as const;

function notesOf({ truncated, type }: ProofInput, { characters, unscored }: Pick<ProofreadText, 'characters' | 'unscored'>): string[] {
  return [
    ...(characters === 0 ? ['没有读到文字，什么也没有校对。'] : []),
    ...Object.entries(UNSCORED).flatMap(([kind, name]) => {
      const letters = unscored[kind as keyof typeof UNSCORED];
      return letters > 0 ? [`${name}（${letters}字）不判断文字对错，只查个人信息。`] : [];
    }),
    ...(truncated ? ['文件超出读取上限，只校对了前面的部分。'] : []),
    ...(type === 'pdf' ? ['PDF 的文字由位置还原，换行处可能有误；有 Word 原件时请用原件校对。'] : []),
  ];
}
