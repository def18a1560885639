import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';

/**
 * Problems and warnings of a channel that the text may hold against it. One that was put right counts only where the
 * channel fails for it all the same; a channel the table calls 无问题 without a word is never accused in the text.
 */
export function standingProblems(channel: ChannelRow, snapshot: Snapshot): ProblemRow[] {
  if (channel.verdict === 'no_problem' && channel.reasons.length === 0) return [];
  return snapshot.problems.filter(
    (problem) =>
      problem.channelId === channel.id && problem.level !== 'note' && (problem.rectified !== 'yes' || channel.verdict === 'fail'),
  );
}
