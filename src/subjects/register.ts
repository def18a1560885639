import type { Area } from './area.ts';
import type { Account, Site } from './channel.ts';
import type { Column } from './column.ts';
import type { Unit } from './unit.ts';

/** The register (底册) of one area as plain rows; what an import writes and a snapshot freezes. */
export interface Register {
  areas: readonly Area[];
  units: readonly Unit[];
  sites: readonly Site[];
  columns: readonly Column[];
  accounts: readonly Account[];
}
