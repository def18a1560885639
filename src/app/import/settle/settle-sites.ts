import { SITE_KIND_NAMES, type Site, siteId } from '../../../subjects/channel.ts';
import type { SiteDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import { note, type SettleContext } from './context.ts';
import { fuse, type Stated } from './fuse.ts';
import { joinSpells, SINCE_ALWAYS, statedSpells, stateTrouble } from './spells.ts';

const TITLES = { name: '网站名称', url: '首页地址', states: '状态', unitId: '主办单位' } as const;

/** Sites of a file. The same address, or the same unit, kind and name with a new address, is the same site. */
export function settleSites(drafts: readonly SiteDraft[], held: ReadonlyMap<string, Site>, context: SettleContext): Site[] {
  const { areaId, index, remarks } = context;
  const rows: Stated<Site>[] = [];
  const byUrl = new Map<string, SiteDraft>();
  for (const draft of drafts) {
    const unitId = index.resolve(draft.unit, draft.place, '主办单位', remarks);
    if (unitId === null) continue;
    const unitName = index.nameOf(unitId);
    const name = draft.name ?? `${unitName}${SITE_KIND_NAMES[draft.kind]}`;
    const known = matching([...held.values()], unitId, draft);
    const shared = draft.url === '' ? undefined : byUrl.get(draft.url);
    if (shared && index.find(shared.unit)[0] !== unitId) {
      remarks.fault({
        ...draft.place,
        field: draft.place.field ?? '首页地址',
        value: draft.url,
        message: `与第 ${shared.place.row} 行“${shared.unit}”的首页地址相同，一个网站只能归一个主办单位`,
      });
      continue;
    }
    if (draft.url !== '') byUrl.set(draft.url, draft);
    const id = known?.id ?? siteId(areaId, draft.kind, unitName, draft.url);
    note(context, draft.place, id);
    const trouble = stateTrouble(known?.states ?? [], draft);
    if (trouble) remarks.fault({ ...draft.place, field: draft.place.field ?? '状态', message: trouble });
    rows.push({
      id,
      place: draft.place,
      label: name,
      stated: { name: draft.name, url: draft.url === '' ? undefined : draft.url, states: statedSpells(draft) },
      blank: {
        type: 'site',
        id,
        areaId,
        unitId,
        kind: draft.kind,
        name,
        url: draft.url,
        states: [{ state: 'in_operation', from: openingDay(draft) }],
      },
    });
  }
  return fuse(
    rows,
    held,
    {
      titles: TITLES,
      join: (field, site, { states }) => (field === 'states' && states && held.has(site.id) ? joinSpells(site.states, states) : undefined),
    },
    remarks,
  );
}

const openingDay = ({ openedOn }: SiteDraft): string => openedOn ?? SINCE_ALWAYS;

function matching(sites: readonly Site[], unitId: string, draft: SiteDraft): Site | undefined {
  const own = sites.filter((site) => site.unitId === unitId && site.kind === draft.kind);
  if (draft.url === '') return own.length === 1 ? own[0] : own.find((site) => site.name === draft.name);
  return (
    own.find((site) => site.url === draft.url) ??
    own.find((site) => draft.name !== undefined && nameKey(site.name) === nameKey(draft.name)) ??
    own.find((site) => site.url === '')
  );
}
