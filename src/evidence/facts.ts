import { z } from 'zod';
import { ACCOUNT_ADAPTERS } from '../subjects/channel.ts';
import { ATTACHMENT_TYPE_CODES, READING_OUTCOME_CODES } from './attachment.ts';
import { cardAnswer, cardPicture } from './card.ts';
import { CONDITION_KINDS } from './condition.ts';
import { guide } from './guide.ts';
import { INTRUSION_KINDS } from './intrusion.ts';
import { OUTCOME_CODES } from './outcome.ts';
import { proof, proofDecision } from './proof.ts';
import { siteSearch } from './site-search.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const outcome = z.enum(OUTCOME_CODES);
const attachmentType = z.enum(ATTACHMENT_TYPE_CODES);

/** Where a date was read, best first. `inferred` = year or day worked out from order and page, never printed as such. */
export const DATE_SOURCES = ['visible', 'url', 'meta', 'script', 'inferred'] as const;

/** One entry of a list as a reader sees it, in reading order. */
export const listItem = z.object({
  title: z.string(),
  href: z.string().nullable(),
  date: date.nullable(),
  dateSource: z.enum(DATE_SOURCES).nullable(),
  pinned: z.boolean(),
});
export type ListItem = z.infer<typeof listItem>;

/** Why a reading of a list is doubted against what the list held before (a redesign of ours to notice, not a lapse of theirs). */
export const READING_DOUBTS = ['emptied', 'replaced', 'unreadable'] as const;
export type ReadingDoubt = (typeof READING_DOUBTS)[number];
/** Why an accepted reading rule (阅读规则) gave no list. */
export const RULE_FAULTS = ['example-broken', 'structure-gone', 'rows-implausible'] as const;
export type RuleFault = (typeof RULE_FAULTS)[number];

/** How a platform shows a post: 已删除, 违规 and the like are told apart, as the unit answers differently for each. */
export const POST_STATES = {
  shown: '正常显示',
  deleted: '已被发布者删除',
  violating: '因违规无法查看',
  complained: '被投诉后无法查看',
  unsent: '发送失败',
  restricted: '限制查看（隐私、付费等）',
  unpublished: '尚未公开',
} as const;
export type PostState = keyof typeof POST_STATES;

/** Reads, likes: a whole number, or its lower end (10万+). */
const shownCount = z.object({ value: z.number().int().nonnegative(), atLeast: z.boolean() });

/** A post of an account. `original` null = not shown; the rest is absent where nobody saw it, as in facts from before. */
export const post = z.object({
  title: z.string(),
  url: z.string().nullable(),
  date,
  original: z.boolean().nullable(),
  reads: shownCount.optional(),
  likes: shownCount.optional(),
  state: z.enum(Object.keys(POST_STATES) as [PostState, ...PostState[]]).optional(),
});
export type Post = z.infer<typeof post>;

/** Why a sweep ended before everything was looked at: our limit or the host's distress, never the unit's fault. */
export const SWEEP_STOPS = ['pages', 'addresses', 'time', 'window', 'distress'] as const;
export type SweepStop = (typeof SWEEP_STOPS)[number];

/**
 * Closed list of fact kinds (证据种类). A fact says what was seen, never what it means.
 * Adding a kind = one entry here; the checks that need it name it in `needs`.
 */
export const FACT_KINDS = {
  ...CONDITION_KINDS,
  ...INTRUSION_KINDS,
  /** One availability visit of a home page (国办秘函〔2019〕19号 站点无法访问). `ms` until the page was open or given up. */
  probe: z.object({ url: z.string(), outcome, status: z.number().int().nullable(), ms: z.number().int() }),
  /** The home page as read. `navigationOnly`: it only leads on, so second-level pages count together. */
  home: z.object({ url: z.string(), outcome, items: z.array(listItem), newestDate: date.nullable(), navigationOnly: z.boolean() }),
  /** One look at a column's list. `state` empty = the page itself is readable and shows no item. */
  'column-list': z.object({
    columnId: z.string(),
    url: z.string(),
    outcome,
    state: z.enum(['items', 'empty', 'unreadable']),
    items: z.array(listItem),
    newestDate: date.nullable(),
    /** Items in the list without any readable date. */
    undated: z.number().int(),
    /**
     * Newest day of another list of the page that may be the column's too and is fresher than all of `items`; absent without one.
     * With it the list proves that the column is up to date, but not that it is not.
     */
    newerElsewhere: date.optional(),
    /** List pages read, page 1 included. */
    pages: z.number().int(),
    /** True when no further page of the list exists as far as its pager tells; absent where nobody could tell. */
    complete: z.boolean().optional(),
    /** Fingerprint of how the page is built (class names), to tell a redesign from new content; absent where no page opened. */
    frame: z.string().optional(),
    /** The accepted reading rule that read the list; with a fault the list counts as unreadable. Absent = the general reader. */
    rule: z.object({ id: z.string(), fault: z.enum(RULE_FAULTS).nullable() }).optional(),
    /**
     * How the reading goes on from earlier ones; absent where none was asked for. `trusted`: id of the last reading nobody
     * doubts when it is not this one. `since`: first look of the doubted state.
     */
    continuity: z
      .object({ trusted: z.string().nullable(), doubt: z.object({ kind: z.enum(READING_DOUBTS), since: z.string() }).nullable() })
      .optional(),
  }),
  /** One article page. `publishDate` is the reader's view; `metaDate` the PubDate tag. */
  article: z.object({
    url: z.string(),
    columnId: z.string().nullable(),
    outcome,
    title: z.string().nullable(),
    publishDate: date.nullable(),
    metaDate: date.nullable(),
    source: z.string().nullable(),
  }),
  /** One look at a link, picture or attachment target. `foundOn` holds the first three pages, `foundOnCount` all. */
  link: z.object({
    url: z.string(),
    relation: z.enum(['link', 'image', 'attachment']),
    outcome,
    status: z.number().int().nullable(),
    foundOn: z.array(z.object({ url: z.string(), text: z.string(), home: z.boolean() })),
    foundOnCount: z.number().int(),
    own: z.boolean(),
  }),
  /** A whole site looked at (全站巡查); what failed on the way is in `link` facts. `stopped`: why it ended before everything was seen, null when it did not. */
  sweep: z.object({
    pages: z.number().int(),
    addresses: z.number().int(),
    stopped: z.enum(SWEEP_STOPS).nullable(),
    seconds: z.number().int(),
  }),
  /** A document of the site (附件) as fetched and read. Written when it is first met and when its bytes have changed. */
  attachment: z.object({
    url: z.string(),
    foundOn: z.array(z.object({ url: z.string(), text: z.string(), home: z.boolean() })),
    /** `too-large`: only its beginning was fetched, and it was not read. */
    outcome,
    type: attachmentType,
    /** What its name says; with `asNamed` false it is something else. */
    named: attachmentType.nullable(),
    asNamed: z.boolean(),
    bytes: z.number().int(),
    reading: z.enum(READING_OUTCOME_CODES),
    pages: z.number().int().nullable(),
    /** Letters read, blanks not counted. */
    characters: z.number().int(),
    truncated: z.boolean(),
    /** Its text, UTF-8, kept apart; null where there is none. */
    textBlob: z.string().nullable(),
    /** Members of an archive; names as stored, only ever shown. */
    parts: z.array(z.object({ name: z.string(), type: attachmentType, bytes: z.number(), reading: z.enum(READING_OUTCOME_CODES) })),
    /** As the server named this version of it. */
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
  }),
  /** 网站标识 of the footer; null = not on the page. */
  'site-marks': z.object({
    url: z.string(),
    outcome,
    siteIdCode: z.string().nullable(),
    icp: z.string().nullable(),
    police: z.string().nullable(),
    organiser: z.string().nullable(),
    errorReportEntry: z.boolean(),
  }),
  /** Posts of an account as one adapter saw them. `freshOn`: the last day the adapter is sure to have seen all posts. */
  'account-posts': z.object({
    adapter: z.enum(ACCOUNT_ADAPTERS),
    outcome,
    freshOn: date.nullable(),
    posts: z.array(post),
    newestDate: date.nullable(),
    error: z.enum(['broken', 'stale', 'none-configured']).nullable(),
  }),
  /**
   * A page as a screen shows it; the picture (WebP) is the fact's bytes. `width` and `height` of the screen in CSS pixels;
   * `contentWidth` what the page needs: wider than the screen = not fully shown on it (seeds M12), null when not measured.
   */
  'page-view': z.object({
    url: z.string(),
    outcome,
    device: z.enum(['desktop', 'phone']),
    width: z.number().int(),
    height: z.number().int(),
    contentWidth: z.number().int().nullable(),
  }),
  'site-search': siteSearch,
  guide,
  proof,
  'proof-decision': proofDecision,
  'card-answer': cardAnswer,
  'card-picture': cardPicture,
  /** Last period's problems of a channel and how they stand at the cut-off; written from the ledger. */
  'carry-over': z.object({
    period: z.string(),
    /** `closed` null: nobody could look at it since. */
    problems: z.array(z.object({ problemId: z.string(), text: z.string(), closed: z.boolean().nullable(), periods: z.number().int() })),
  }),
} as const;
export type FactKind = keyof typeof FACT_KINDS;
export type FactData<K extends FactKind> = z.infer<(typeof FACT_KINDS)[K]>;
