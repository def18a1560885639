import { MingchaError } from '../../core/error.ts';

export const SPAM_KINDS = ['gambling', 'porn', 'service', 'game'] as const;
export type SpamKind = (typeof SPAM_KINDS)[number];

/** A word of gambling, porn or illegal trade that intruders put into pages. */
export interface SpamTerm {
  term: string;
  /** 1 = also met in honest text, counts only beside another; 2 = hardly ever; 3 = nobody else writes it. */
  weight: 1 | 2 | 3;
  kind: SpamKind;
}

/** Reads `term<tab>weight<tab>kind` a line; lines with # are remarks. Throws MingchaError 'bad-input' naming the line. */
export function parseSpamTerms(text: string): SpamTerm[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [term = '', weight = '', kind = ''] = line.split('\t').map((field) => field.trim());
    if (term.length < 2 || !/^[123]$/.test(weight) || !SPAM_KINDS.some((known) => known === kind))
      throw new MingchaError(
        'bad-input',
        `植入词表第 ${i + 1} 行有误：“${line}”`,
        `每行应为“词语、分值（1-3）、类别（${SPAM_KINDS.join('、')}）”三项，用制表符分开。`,
      );
    return [{ term: term.toLowerCase(), weight: Number(weight) as SpamTerm['weight'], kind: kind as SpamKind }];
  });
}

/** Words of those who fight it: near them the terms are their subject, not an advertisement. */
const FOUGHT =
  /反诈|反赌|禁赌|打赌|赌博|涉赌|扫黄|打非|打击|严打|严厉|诈骗|举报|案件|案例|警方|公安|民警|查处|取缔|整治|犯罪|涉嫌|违法|非法|警惕|防范|谨防|获刑|判处|抓获|捣毁|禁止|不得|曝光|陷阱|骗局|专项行动|罪|条例|办法|拒绝|远离|抵制/;
const NEAR = 30;

/** What a text holds of them: distinct terms with their weights summed, those that are somebody's subject left out. */
export function findSpam(text: string, terms: readonly SpamTerm[]): { words: string[]; weight: number } {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let weight = 0;
  for (const { term, weight: own } of terms) {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) {
      if (FOUGHT.test(lower.slice(Math.max(0, at - NEAR), at + term.length + NEAR)) || !standsAlone(lower, at, term)) continue;
      // A longer word that holds this one has been counted.
      if (!words.some((word) => word.includes(term))) {
        words.push(term);
        weight += own;
      }
      break;
    }
  }
  return { words, weight };
}

/** Latin letters and digits next to a Latin term make it another word. */
function standsAlone(text: string, at: number, term: string): boolean {
  const joined = (inner: string | undefined, outer: string | undefined): boolean =>
    /[a-z0-9]/.test(inner ?? '') && /[a-z0-9]/.test(outer ?? '');
  return !joined(term[0], text[at - 1]) && !joined(term.at(-1), text[at + term.length]);
}
