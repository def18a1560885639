import type { Outcome } from '../../evidence/outcome.ts';
import type { DataCall } from './data-call.ts';
import type { Device } from './devices.ts';

/** A page as a browser showed it after its scripts had run. */
export interface Rendering {
  url: string;
  finalUrl: string;
  outcome: Outcome;
  /** Of the document; null when none came. */
  status: number | null;
  /**
   * What the page shows, as markup: its document without the scripts that have run and without hidden notes. Null when
   * nothing could be read.
   */
  html: string | null;
  /** Nothing was under way any more and nothing changed when it was read. */
  settled: boolean;
  /** What its scripts asked for, in order. */
  dataCalls: readonly DataCall[];
  /** Scripts that did not arrive or broke off with an error. */
  scriptFaults: number;
  /** Addresses the guard refused to the page. */
  refused: readonly string[];
  /** Requests it made. */
  requests: number;
  ms: number;
  /** Null unless asked for, or when none could be taken. */
  picture: Picture | null;
}

/** A picture of a page (WebP), from its top. */
export interface Picture {
  bytes: Uint8Array;
  device: Device;
  /** Of the screen, in CSS pixels. */
  width: number;
  height: number;
  /** Width the page needs; more than the screen = it is not fully shown on it. */
  contentWidth: number;
}

export interface RenderOptions {
  /** Screen; default desktop. */
  device?: Device;
  /** Take a picture too; only then are pictures, fonts and styles of other hosts fetched. */
  picture?: boolean;
  /** Reads what is there so far; true ends the waiting. Called only when something has changed. */
  ready?(html: string, url: string): boolean;
  /** The site's own addresses: styles and pictures of others are not needed for reading. */
  isOwn?(url: string): boolean;
  signal?: AbortSignal;
}
