import type { Edit } from '../../../src/text/statistics/edit.ts';
import { FEATURES } from '../../../src/text/statistics/features.ts';
import { EditReader } from '../../../src/text/statistics/judge.ts';
import type { Knowledge } from '../../../src/text/statistics/knowledge.ts';
import { passageOf } from '../../../src/text/statistics/passage.ts';
import { type Tokens, tokenise } from '../../../src/text/statistics/tokens.ts';
import { type Slip, type SlipMaker, withSlips } from './inject.ts';

/** Labelled rows as they are gathered. */
export class ExampleRows {
  readonly columns: number[][] = FEATURES.map(() => []);
  readonly labels: number[] = [];

  add(row: Float64Array, isRight: boolean): void {
    for (let f = 0; f < row.length; f += 1) this.columns[f]?.push(row[f] as number);
    this.labels.push(isRight ? 1 : 0);
  }
}

/** Slips in one piece of text: mostly none or one, sometimes a hastily typed one with several. */
const SLIPS: readonly number[] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 3, 4];
const SENTENCE = /(?<=[。；！？])/;
const SHORTEST = 6;

/** Puts slips into paragraphs that were not counted, and tells each edit found there with whether it undoes a slip. */
export function gather(
  knowledge: Knowledge,
  paragraphs: readonly string[],
  maker: SlipMaker,
  random: () => number,
  rows: ExampleRows,
): void {
  const reader = new EditReader(knowledge);
  const take = (text: string, slips: readonly Slip[], putRight: number): void => {
    const rights = new Set(
      slips.map((slip) =>
        keyOf(
          tokenise(
            withSlips(
              text,
              slips.filter((other) => other !== slip),
            ),
          ),
        ),
      ),
    );
    const passage = passageOf(knowledge.model, tokenise(withSlips(text, slips)), putRight);
    reader.each(passage, (edit, row) => rows.add(row, rights.size > 0 && rights.has(keyAfter(passage.tokens, edit))));
  };
  for (const text of pieces(paragraphs, random)) {
    const slips: Slip[] = [];
    for (let wanted = SLIPS[Math.floor(random() * SLIPS.length)] as number; wanted > 0; wanted -= 1) {
      const slip = maker.make(text);
      if (slip && slips.every((other) => slip.at > other.at + other.length + 1 || other.at > slip.at + slip.length + 1)) slips.push(slip);
    }
    take(text, slips, 0);
    // What the second look sees: some slips found and put right, the others still there.
    const found = slips.filter(() => random() < 0.6);
    if (slips.length > 0 && found.length > 0)
      take(
        text,
        slips.filter((slip) => !found.includes(slip)),
        found.length,
      );
  }
}

/** One to three sentences at a time. */
function* pieces(paragraphs: readonly string[], random: () => number): Generator<string> {
  for (const paragraph of paragraphs) {
    const sentences = paragraph.trim().split(SENTENCE);
    for (let i = 0; i < sentences.length; ) {
      const many = 1 + Math.floor(random() * 3);
      const text = sentences.slice(i, i + many).join('');
      i += many;
      if (text.length >= SHORTEST) yield text;
    }
  }
}

const keyOf = ({ ids, length }: Tokens): string => String.fromCharCode(...ids.subarray(0, length));

function keyAfter({ ids, length }: Tokens, { from, to, ids: put }: Edit): string {
  return String.fromCharCode(...ids.subarray(0, from)) + String.fromCharCode(...put) + String.fromCharCode(...ids.subarray(to, length));
}
