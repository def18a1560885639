import { type Account, accountId, PLATFORM_NAMES } from '../../../subjects/channel.ts';
import type { Unit } from '../../../subjects/unit.ts';
import type { Remarks } from '../remarks.ts';
import type { AccountDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import { note, type SettleContext } from './context.ts';
import { fuse, type Stated } from './fuse.ts';
import { joinSpells, SINCE_ALWAYS, statedSpells, stateTrouble } from './spells.ts';
import type { UnitIndex } from './unit-index.ts';

const TITLES = {
  unitId: '主办单位',
  supervisingUnitId: '主管单位',
  level: '级别',
  filing: '是否备案',
  filedOn: '备案日期',
  filingNumber: '备案号',
  states: '状态',
  feedUrl: '订阅地址',
} as const;

/** Accounts of a file. One name on one platform is one account; on another platform it is another (seeds R03). */
export function settleAccounts(
  drafts: readonly AccountDraft[],
  held: ReadonlyMap<string, Account>,
  units: ReadonlyMap<string, Unit>,
  context: SettleContext,
): Account[] {
  const { areaId, index, remarks } = context;
  const rows: Stated<Account>[] = [];
  const byName = new Map([...held.values()].map((account) => [nameOn(account.platform, account.name), account]));
  const ids = new Map<string, string>();
  for (const draft of drafts) {
    const unitId = index.resolve(draft.unit, draft.place, '主办单位', remarks);
    const supervisingUnitId =
      draft.supervisingUnit === undefined ? undefined : index.resolve(draft.supervisingUnit, draft.place, '主管单位', remarks);
    if (unitId === null || supervisingUnitId === null) continue;
    const key = nameOn(draft.platform, draft.name);
    const known = byName.get(key);
    if (known && known.unitId !== unitId) {
      remarks.warn(
        `${PLATFORM_NAMES[draft.platform]}“${draft.name}”的主办单位由“${index.nameOf(known.unitId)}”改为“${index.nameOf(unitId)}”。`,
      );
    }
    const id = known?.id ?? ids.get(key) ?? accountId(areaId, draft.platform, draft.name, index.nameOf(unitId));
    ids.set(key, id);
    note(context, draft.place, id);
    const trouble = stateTrouble(known?.states ?? [], draft);
    if (trouble) remarks.fault({ ...draft.place, field: draft.place.field ?? '状态', message: trouble });
    rows.push({
      id,
      place: draft.place,
      repeated: draft.repeated ?? false,
      label: draft.name,
      stated: statedOf(draft, unitId, supervisingUnitId),
      blank: blankOf(draft, id, areaId, unitId, units),
    });
  }
  const join = (field: keyof Account, account: Account, { states }: Partial<Account>) =>
    field === 'states' && states && held.has(account.id) ? joinSpells(account.states, states) : undefined;
  const accounts = fuse(rows, held, { titles: TITLES, join }, remarks);
  remarkOnFiling(accounts, remarks);
  askAboutDuplicates(accounts, held, index, remarks);
  return accounts;
}

const nameOn = (platform: string, name: string): string => `${platform} ${nameKey(name)}`;

function statedOf(draft: AccountDraft, unitId: string, supervisingUnitId: string | undefined): Partial<Account> {
  const { level, filing, filedOn, filingNumber, feedUrl } = draft;
  // A filing date or number says that it is filed, also where nobody ticked the box.
  const filed = filing ?? (filedOn !== undefined || filingNumber !== undefined ? 'filed' : undefined);
  return {
    unitId,
    supervisingUnitId,
    level,
    filing: filed,
    filedOn,
    filingNumber,
    states: statedSpells(draft),
    feedUrl,
    adapter: feedUrl === undefined ? undefined : 'feed',
  };
}

function blankOf(draft: AccountDraft, id: string, areaId: string, unitId: string, units: ReadonlyMap<string, Unit>): Account {
  return {
    type: 'account',
    id,
    areaId,
    unitId,
    supervisingUnitId: null,
    platform: draft.platform,
    name: draft.name,
    level: units.get(unitId)?.group ?? null,
    filing: 'unknown',
    filedOn: null,
    filingNumber: null,
    states: [{ state: 'in_operation', from: draft.openedOn ?? SINCE_ALWAYS }],
    adapter: 'sheet',
    feedUrl: null,
  };
}

/** 先备案、再开设: what runs without filing is listed as unfiled and stays outside every base (seeds R05). */
function remarkOnFiling(accounts: readonly Account[], remarks: Remarks): void {
  for (const account of accounts) {
    if (account.filing === 'unfiled' && account.states.at(-1)?.state === 'in_operation') {
      remarks.warn(
        '正在运行但没有备案：按“未备案”登记，单独列出，不计入合格率基数。',
        `${PLATFORM_NAMES[account.platform]}“${account.name}”`,
      );
    }
  }
  const unknown = accounts.filter((account) => account.filing === 'unknown').length;
  if (unknown > 0) remarks.warn(`有 ${unknown} 个账号没有写明是否备案，按“待核实”登记。`);
}

/** 同一平台开设多个账号: the office decides which one stays; the accounts themselves do not fail for it (seeds R09). */
function askAboutDuplicates(accounts: readonly Account[], held: ReadonlyMap<string, Account>, index: UnitIndex, remarks: Remarks): void {
  const groups = new Map<string, Account[]>();
  for (const account of new Map([...held, ...accounts.map((a) => [a.id, a] as const)]).values()) {
    if (account.platform === 'other' || account.platform === 'app' || account.states.at(-1)?.state !== 'in_operation') continue;
    const key = `${account.unitId} ${account.platform}`;
    groups.set(key, [...(groups.get(key) ?? []), account]);
  }
  const touched = new Set(accounts.map((account) => account.id));
  for (const group of groups.values()) {
    if (group.length < 2 || !group.some((account) => touched.has(account.id))) continue;
    const [first] = group as [Account];
    const names = group.map((account) => account.name).join('、');
    remarks.ask(
      `“${index.nameOf(first.unitId)}”在${PLATFORM_NAMES[first.platform]}上有 ${group.length} 个账号：${names}。保留哪一个？其余的请注销，或改登记到实际运营的下属单位。`,
    );
  }
}
