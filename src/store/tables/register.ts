import type { CalendarDate } from '../../core/date.ts';
import type { Limit } from '../../core/limit.ts';
import type { AreaLevel } from '../../subjects/area.ts';
import type { AccountAdapterKind, FilingState, Platform, SiteKind, StateSpell } from '../../subjects/channel.ts';
import type { ColumnClass } from '../../subjects/column.ts';
import type { UnitKind } from '../../subjects/unit.ts';
import type { Json } from './json.ts';

/** Tables of areas, units and what they keep up: sites, columns, accounts. */
export interface RegisterTables {
  area: { id: string; name: string; level: AreaLevel; parentId: string | null };
  unit: {
    areaId: string;
    id: string;
    name: string;
    kind: UnitKind;
    unitGroup: string | null;
    aliases: string[];
    namePlates: string[];
    parentId: string | null;
    position: number;
    activeFrom: CalendarDate | null;
    activeTo: CalendarDate | null;
  };
  site: {
    areaId: string;
    id: string;
    unitId: string;
    kind: SiteKind;
    name: string;
    url: string;
    states: Json<StateSpell[]>;
    position: number;
  };
  siteColumn: {
    siteId: string;
    id: string;
    unitId: string;
    parentId: string | null;
    path: string[];
    url: string | null;
    class: ColumnClass;
    timeLimit: Limit | null;
    level: number;
    minimumPerYear: number | null;
    position: number;
    activeFrom: CalendarDate | null;
    activeTo: CalendarDate | null;
  };
  account: {
    areaId: string;
    id: string;
    unitId: string;
    supervisingUnitId: string | null;
    platform: Platform;
    name: string;
    level: string | null;
    filing: FilingState;
    filedOn: CalendarDate | null;
    filingNumber: string | null;
    states: Json<StateSpell[]>;
    adapter: AccountAdapterKind;
    feedUrl: string | null;
    position: number;
  };
  accountKey: { areaId: string; key: string; accountId: string };
}
