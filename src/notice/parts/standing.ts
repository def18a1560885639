import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';
import { isSaidOf } from './lines.ts';

/**
 * Problems and warnings of a channel that the text may hold against it: of problems those that its lines say, so that the text accuses
 * it of neither more nor less than its table. In snapshots frozen before lines spoke the ledger's words: one that was put right counts only where the
 * channel fails for it all the same. A channel the table calls 无问题 without a word is never accused in the text.
 */
export function standingProblems(channel: ChannelRow, snapshot: Snapshot): ProblemRow[] {
  if (channel.verdict === 'no_problem' && channel.reasons.length === 0) return [];
  return snapshot.problems.filter((problem) => {
    if (problem.channelId !== channel.id || problem.level === 'note') return false;
    if (snapshot.ledgerWords && problem.level === 'problem') return isSaidOf(channel, problem);
    return problem.rectified !== 'yes' || channel.verdict === 'fail';
  });
}
