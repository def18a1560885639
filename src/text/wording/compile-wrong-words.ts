import type { BlockReader, Finding } from '../finding.ts';
import { kindOfChange } from './kind-of-change.ts';
import type { WrongWord } from './wrong-word.ts';

/** Makes the reader of spellings known to be wrong. Looked up by their first two letters. */
export function compileWrongWords(words: readonly WrongWord[]): BlockReader {
  const byHead = new Map<number, WrongWord[]>();
  const heads = new Uint8Array(0x10000);
  for (const word of words) {
    const key = keyAt(word.wrong, 0);
    heads[word.wrong.charCodeAt(0)] = 1;
    const list = byHead.get(key);
    if (list) list.push(word);
    else byHead.set(key, [word]);
  }
  return (block) => {
    const found: Finding[] = [];
    for (let at = 0; at + 1 < block.length; at++) {
      if (heads[block.charCodeAt(at)] !== 1) continue;
      const word = byHead
        .get(keyAt(block, at))
        ?.find(({ wrong, unless }) => block.startsWith(wrong, at) && !isExcepted(block, at, wrong, unless));
      if (!word) continue;
      found.push(tell(word, at));
      at += word.wrong.length - 1;
    }
    return found;
  };
}

const keyAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Whether the letters are part of a longer string that is right. */
function isExcepted(block: string, at: number, wrong: string, unless: readonly string[]): boolean {
  return unless.some((longer) => {
    for (let within = longer.indexOf(wrong); within >= 0; within = longer.indexOf(wrong, within + 1)) {
      if (at >= within && block.startsWith(longer, at - within)) return true;
    }
    return false;
  });
}

function tell({ wrong, right, severity }: WrongWord, at: number): Finding {
  return {
    start: at,
    end: at + wrong.length,
    found: wrong,
    suggestion: right,
    layer: 'L1',
    kind: kindOfChange(wrong, right),
    severity,
    score: 0.85,
    files: false,
    why: `易错词表：“${wrong}”应为“${right}”。`,
  };
}
