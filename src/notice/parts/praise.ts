import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import type { GoodWorkRow } from '../snapshot-disclosure.ts';
import { listed, names, quoted, words } from '../words.ts';

/** Good work of the topics given, one sentence each: “某某发布”微信公众号采用图解、直播等形式. */
export function goodWork(snapshot: Snapshot, topic: GoodWorkRow['topic'], verb: string): Run[] {
  return (snapshot.disclosure?.goodWork ?? [])
    .filter((row) => row.topic === topic)
    .flatMap((row) => {
      const who = row.kindName === null ? names(row.names) : words`${accountNames(row.names)}${quoted(row.kindName)}`;
      return row.items.length === 0 ? words`${who}${verb}。` : words`${who}${verb}${names(row.items)}。`;
    });
}

/** “甲发布”“乙发布”: names in quotation marks need no 、 between them. */
export const accountNames = (list: readonly string[]): Run[] =>
  listed(
    list.map((name) => words`“${quoted(name)}”`),
    '',
  );
