import type { AccountFunction, MatterAct, MatterKind, MatterState } from '../../core/account-matter.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { ProofKind } from '../../ledger/proof.ts';
import type { MatterActData, MatterRole, MatterSubject } from '../../subjects/account-matter.ts';
import type { MenuEntry } from '../../subjects/menu.ts';
import type { Json } from './json.ts';

/** Tables of accounts' filing, closing and upkeep (migration 0025). */
export interface FilingTables {
  accountMatter: {
    areaId: string;
    id: string;
    kind: MatterKind;
    unitId: string;
    supervisorId: string | null;
    decidingAreaId: string;
    accountId: string | null;
    subject: Json<MatterSubject>;
    problemIds: string[];
    beganOn: CalendarDate;
    state: MatterState;
    stateSince: CalendarDate;
    dueOn: CalendarDate | null;
  };
  accountMatterAct: {
    areaId: string;
    matterId: string;
    seq: number;
    act: MatterAct;
    at: Instant;
    day: CalendarDate;
    byRole: MatterRole;
    byUnitId: string | null;
    byName: string;
    note: string | null;
    data: Json<MatterActData>;
  };
  accountProof: {
    areaId: string;
    matterId: string;
    id: string;
    fileName: string;
    kind: ProofKind;
    bytes: number;
    blob: string;
    pictureHash: string | null;
    addedBy: string;
    addedAt: Instant;
  };
  accountProfile: {
    areaId: string;
    accountId: string;
    purpose: string | null;
    person: string | null;
    phone: string | null;
    functions: AccountFunction[] | null;
    functionsOn: CalendarDate | null;
    functionsBy: string | null;
  };
  menuCheck: {
    areaId: string;
    accountId: string;
    id: string;
    day: CalendarDate;
    entries: Json<MenuEntry[]>;
    byName: string;
    at: Instant;
  };
  menuPicture: {
    areaId: string;
    accountId: string;
    id: string;
    kind: ProofKind;
    bytes: number;
    blob: string;
    addedBy: string;
    addedAt: Instant;
  };
  channelStatement: {
    areaId: string;
    channelId: string;
    year: number;
    seq: number;
    person: string;
    post: string | null;
    phone: string | null;
    namedBy: string;
    namedAt: Instant;
    signedOn: CalendarDate | null;
    signedBy: string | null;
    blob: string | null;
    kind: ProofKind | null;
  };
  mediaMatrix: {
    areaId: string;
    id: string;
    name: string;
    channelIds: string[];
    savedBy: string;
    savedAt: Instant;
    retiredAt: Instant | null;
  };
}
