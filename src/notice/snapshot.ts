import type { CarryOverState } from '../core/carry-over.ts';
import type { ChannelVerdict } from '../core/channel-verdict.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Handing } from './handing.ts';
import type { DisclosurePart } from './snapshot-disclosure.ts';

/**
 * The frozen state a notice is written from (快照). Plain JSON, no ids that need a look-up: whoever holds the file
 * can recompute every number. Text binds to `figures`; each figure names the table and rows it is computed from.
 */
export interface Snapshot {
  schema: 'mingcha/snapshot/1';
  area: string;
  period: { kind: 'month' | 'quarter'; id: string; label: string; from: CalendarDate; to: CalendarDate; cutoff: CalendarDate };
  /** When it was frozen. */
  frozenAt: Instant;
  /** Sheet and check versions the verdicts rest on. */
  sheet: { id: string; name: string; checks: Readonly<Record<string, number>>; unconfirmed: readonly string[] };
  document: DocumentHead;
  channels: readonly ChannelRow[];
  problems: readonly ProblemRow[];
  volumes: VolumePart | null;
  /** Absent in snapshots frozen before the disclosure work was part of them. */
  disclosure?: DisclosurePart;
  /**
   * Rates say where their base holds what could not be decided, and none is printed of a kind of which nothing could. Absent in
   * snapshots frozen before: what was issued goes on reading as it did.
   */
  undecidedTold?: true;
  /**
   * The lines of channels are in the words of the ledger, and the text holds against them what their lines say. Absent in snapshots
   * frozen before: what was issued goes on reading as it did.
   */
  ledgerWords?: true;
  /** Bases the last issued notice printed, by channel kind, so that a base taken over unseen is noticed (seeds N23). */
  previous: { label: string; bases: Readonly<Record<string, number>> } | null;
  /** Whom the editor confirmed to name; null takes the rules below as proposed. */
  naming: NamingChoice | null;
  /** 期初 + 新增 + 再次发现 − 销号 = 期末, problems in number. */
  stock: { opening: number; found: number; reopened: number; closed: number; closing: number };
  /**
   * Ids of the problems each of these counts, one as often as it is counted, and what else is told of the stock. Absent in snapshots
   * frozen before they were kept.
   */
  stockEntries?: Readonly<Record<keyof Snapshot['stock'], readonly string[]>> & Readonly<Partial<Record<StockPart, readonly string[]>>>;
}

/**
 * What the ways out of the stock were; how the opening differs from the closing the last issued notice printed, where it does; and
 * what of the closing was taken back since without the books being closed anew (another notice on the period is out).
 */
export type StockPart =
  | keyof Snapshot['stock']
  | 'struckOff'
  | 'withdrawn'
  | 'exempted'
  | 'before.closing'
  | 'before.withdrawn'
  | 'before.closed'
  | 'before.exempted'
  | 'before.added'
  | 'since.withdrawn';

export interface DocumentHead {
  title: string;
  /** 发文机关署名. */
  issuer: string;
  /** 发文机关标志 in red, 文件 included where the office prints it; null leaves the whole 版头 away. */
  letterhead: string | null;
  /** Who watched, as the opening sentence names it (县政府信息中心); null when the issuer did. */
  monitor: string | null;
  /** 印发机关 of the 版记; null takes the issuer. */
  printingOffice: string | null;
  /** 发文字号, null until given. */
  number: string | null;
  signedDate: CalendarDate | null;
  printedDate: CalendarDate | null;
  addressees: readonly string[];
  cc: readonly string[];
  disclosureMark: '主动公开' | '依申请公开' | '不予公开' | null;
  sealed: boolean;
  basis: readonly Basis[];
  requirements: readonly { heading: string; text: string; due: CalendarDate | null }[];
  /** 联系人 by subject (seeds N19); left out of public copies on demand. */
  contacts?: readonly Contact[];
  /** 编者按 of a monthly report, without the words 编者按; null prints none. */
  editorNote?: string | null;
}

/** 依据: a document the check rests on, with what the register of documents knew of its validity when frozen (seeds N21). */
export interface Basis {
  title: string;
  number: string | null;
  /** Absent: the register does not know the document. */
  validity?: { from: CalendarDate | null; until: CalendarDate | null; replacedBy: string | null };
}

export interface Contact {
  matter: string;
  name: string;
  phone: string | null;
  qq: string | null;
}

/**
 * Rules for naming units (seeds N13, N14, rules C5-C7). Rules propose; `leaveOut` is the editor's list of units
 * that qualify and are not printed: the text then says 等 and the proposal shows who was left out.
 */
export interface NamingChoice {
  /** The n highest of each group by approved items are praised; ties at the edge are all named. 0 names nobody. */
  praisePerGroup: number;
  /** Units with at most this many approved items are named as weak; null names nobody. A unit without a figure never is. */
  blameApprovedAtMost: number | null;
  /** Units by name for all rules, or behind a rule and a stroke for that one (blame-approved/甲镇). */
  leaveOut: readonly string[];
  /** Ids of accounts the editor praises by hand. */
  praiseChannels: readonly string[];
}

/** One channel at the cut-off, in printing order. */
export interface ChannelRow {
  id: string;
  /** disclosure_site, portal, wechat, weibo … */
  kind: string;
  kindName: string;
  /** 网站、新媒体 for grouping of rates. */
  type: 'site' | 'account';
  unit: string;
  unitPrinted: string;
  unitGroup: string | null;
  level: string | null;
  name: string;
  /** Counts in the base of the pass rate; when not, `outside` says why. */
  inBase: boolean;
  outside: string | null;
  verdict: ChannelVerdict;
  /** Lines as the profile words them: problems first, carried-over clause last. */
  reasons: readonly string[];
  /** Last period's problems of this channel: none there, all closed, some closed, none closed. */
  carryOver: CarryOverState;
  /** Periods in a row judged `fail`, this one included. */
  failedInARow: number;
  score: number | null;
  coverage: { run: number; due: number };
}

export interface ProblemRow {
  id: string;
  unit: string;
  unitPrinted: string;
  channelId: string | null;
  channelKind: string | null;
  channelName: string | null;
  category: string;
  categoryName: string;
  level: 'problem' | 'warning' | 'note';
  place: string;
  /** Document, item or service it is about, where it is none of a column. */
  object?: string | null;
  /** What stood there and what should have, for an error in words. */
  error?: { found: string; expected: string | null } | null;
  /** Items a column held when looked at, for one that is found sparse. */
  items?: number | null;
  /** Column path where there is one. */
  path: readonly string[] | null;
  limit: string | null;
  lastUpdate: CalendarDate | null;
  foundOn: CalendarDate;
  text: string;
  /** 是否整改, the office's finding (seeds P04). */
  rectified: 'yes' | 'no' | 'partly' | 'not-stated';
  /** Periods it has been open, this one included. */
  periods: number;
  carriedOver: boolean;
  /** Status at the cut-off, Chinese. */
  status: string;
  /** How it stands in 问题清单 when frozen; null: not on it. Absent in snapshots frozen before notices had such a list. */
  handing?: Handing | null;
  /** Its words are for a closed list only (seeds S04): 问题清单 prints its kind and where the rest is to be read. */
  withheld?: true;
}

/** 信息报送、审发 by unit (seeds D01, D03, D06). */
export interface VolumePart {
  groups: readonly {
    name: string;
    rows: readonly { unit: string; submitted: number | null; approved: number | null; errors: number | null }[];
  }[];
  /** Total stated by the portal itself and its part in key areas; the rest beyond the table is its own line. */
  portalTotal: number | null;
  keyAreas: number | null;
  source: string;
}
