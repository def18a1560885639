import type { CalendarDate, Instant } from '../../core/date.ts';
import type { PostState } from '../../evidence/facts.ts';

/** Tables of what accounts published. */
export interface PostTables {
  accountPost: {
    accountId: string;
    id: string;
    day: CalendarDate;
    title: string;
    url: string | null;
    original: boolean | null;
    source: string;
    blob: string | null;
  };
  accountFresh: { accountId: string; freshOn: CalendarDate; source: string };
  accountPostSeen: {
    accountId: string;
    postId: string;
    state: PostState;
    reads: number | null;
    readsAtLeast: boolean;
    likes: number | null;
    likesAtLeast: boolean;
    seenAt: Instant;
    blob: string | null;
  };
}
