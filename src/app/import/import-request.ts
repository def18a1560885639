import type { Instant } from '../../core/date.ts';
import type { Db } from '../../store/schema.ts';
import type { ImportChoices } from './import-choices.ts';

/** A file to import, and into what. */
export interface ImportRequest {
  db: Db;
  /** Area the file is for; notice data names its own. */
  areaId?: string;
  /** 郎溪县, or 安徽省/宣城市/郎溪县; a new area is registered with the file. */
  areaName?: string;
  fileName: string;
  bytes: Uint8Array;
  /** Moment of the import. */
  at: Instant;
  /** What a person decided after a preview. */
  choices?: ImportChoices;
  /** Whether the bytes are kept among the evidence, under their hash. */
  kept?: boolean;
}
