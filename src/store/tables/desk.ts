import type { Instant } from '../../core/date.ts';

export const PICTURE_KINDS = ['png', 'jpg'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** Tables of what third parties and the centre enter (migration 0022). */
export interface DeskTables {
  rawFinding: {
    areaId: string;
    problemId: string;
    userId: string;
    enteredAt: Instant;
    fileName: string | null;
    fileBlob: string | null;
    fileRow: string | null;
  };
  rawProof: { areaId: string; problemId: string; id: string; blob: string; kind: PictureKind; bytes: number; at: Instant };
}
