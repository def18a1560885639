import { MingchaError } from '../../core/error.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { Snapshot } from '../../notice/snapshot.ts';

/** What a draft still lacks, and the part of the editor where it is given. */
export interface Missing {
  text: string;
  where: 'head' | 'naming' | 'check';
  /** It cannot be sent for review before; else a reason is asked for when it is issued. */
  bars: boolean;
}

/** What a draft lacks before 送审 and 印发, told from the first day on: whatever is added after a review has to be reviewed again. */
export function missingOf(
  document: Pick<NoticeDocument, 'signature' | 'proposals'>,
  { naming }: Pick<Snapshot, 'naming'>,
  disagreements: readonly Disagreement[],
): Missing[] {
  const undated = document.signature.date === null;
  const refused = disagreements.filter(({ severity }) => severity === 'refused').length;
  const blocking = disagreements.filter(({ severity }) => severity === 'blocks').length - (undated ? 1 : 0);
  return [
    ...(undated ? [{ text: '没有填写成文日期', where: 'head', bars: true } as const] : []),
    ...(naming === null && proposesNames(document) ? [{ text: '表扬、点名的单位还没有确认', where: 'naming', bars: true } as const] : []),
    ...(refused > 0 ? [{ text: `有 ${refused} 处错误必须改正`, where: 'check', bars: true } as const] : []),
    ...(blocking > 0 ? [{ text: `有 ${blocking} 处与数据不一致，不改就要在印发时写明理由`, where: 'check', bars: false } as const] : []),
  ];
}

/** Throws 'refused' naming all that a draft lacks at once. */
export function requireComplete(missing: readonly Missing[], what: '送审' | '印发'): void {
  const barring = missing.filter(({ bars }) => bars);
  if (barring.length === 0) return;
  const faults = barring.map(({ text, where }) => ({ field: PLACES[where], message: text }));
  const named = [...new Set(barring.map(({ where }) => `“${PLACES[where]}”`))].join('、');
  throw new MingchaError('refused', `${barring.map(({ text }) => text).join('；')}，不能${what}。`, `请在编辑页的${named}中办好后送审。`, {
    faults,
  });
}

/** Tabs of the editor as they are called there. */
const PLACES: Record<Missing['where'], string> = { head: '版头', naming: '点名', check: '核对' };

/** Whether a rule found somebody to name. */
export const proposesNames = ({ proposals }: Pick<NoticeDocument, 'proposals'>): boolean =>
  proposals.some(({ named, leftOut }) => named.length + leftOut.length > 0);
