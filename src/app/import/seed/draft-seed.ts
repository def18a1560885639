import { periodOf } from '../../../core/period.ts';
import { PLATFORM_NAMES, type Platform, SITE_KIND_NAMES, type SiteKind } from '../../../subjects/channel.ts';
import type { Remarks } from '../remarks.ts';
import { type AccountDraft, type Drafts, emptyDrafts, type SiteDraft } from '../sheets/draft.ts';
import { splitPlates } from '../sheets/unit-sheet.ts';
import { nameKey, tidyName } from '../words/fold.ts';
import { periodOf as periodInWords } from '../words/period-words.ts';
import type { SeedChannel, SeedNotice } from './schema.ts';
import { columnDrafts } from './seed-columns.ts';

const SITES: Partial<Record<SeedChannel['kind'], SiteKind>> = {
  gov_portal: 'portal',
  gov_website: 'department_site',
  disclosure_site: 'disclosure_site',
  disclosure_platform: 'disclosure_site',
};
const PLATFORMS: Partial<Record<SeedChannel['kind'], Platform>> = {
  wechat: 'wechat',
  wechat_channels: 'wechat_channels',
  weibo: 'weibo',
  douyin: 'douyin',
  peoples_daily_account: 'peoples_daily',
  app: 'app',
  account_unspecified: 'other',
};
const NO_STATE = { openedOn: undefined, state: undefined, stateFrom: undefined };

/** Id of the period a notice reports on: 2022-12, 2020-Q1; null when it prints neither dates nor a readable label. */
export function seedPeriod({ period }: SeedNotice): string | null {
  const day = period.start ?? period.dataCutoff;
  return day ? periodOf(period.kind, day).id : periodInWords(period.label);
}

/** Drafts of the register and the volumes in a notice. What it does not say is asked or left out, never guessed. */
export function draftSeed(notice: SeedNotice, fileName: string, remarks: Remarks): Drafts {
  const drafts = emptyDrafts();
  const place = (field: string) => ({ sheet: fileName, field });
  for (const [i, unit] of notice.units.entries()) {
    const printed = splitPlates(tidyName(unit.name));
    drafts.units.push({
      place: place(`units[${i}]`),
      name: printed.name,
      kind: unit.kind,
      group: unit.group ?? undefined,
      // The printed form with plates is no further name: it is made from name and plates.
      aliases: unit.aliases.map(tidyName).filter((alias) => nameKey(splitPlates(alias).name) !== nameKey(printed.name)),
      namePlates: [...new Set([...printed.plates, ...unit.coNames.map(tidyName)])],
      parent: unit.parent ?? undefined,
      order: undefined,
      activeFrom: undefined,
      activeTo: undefined,
    });
  }
  for (const [i, channel] of notice.channels.entries()) {
    const site = siteDraft(channel, notice, place(`channels[${i}]`), remarks);
    if (site) drafts.sites.push(site);
    const account = accountDraft(channel, place(`channels[${i}]`), remarks);
    if (account) drafts.accounts.push(account);
    if (!SITES[channel.kind] && !PLATFORMS[channel.kind])
      remarks.warn('不是网站或新媒体账号，没有登记。', `“${channel.name ?? channel.id}”`);
  }
  drafts.columns.push(...columnDrafts(notice, fileName, drafts.sites, remarks));
  const period = seedPeriod(notice);
  for (const [i, { unit, ...figure }] of notice.figures.entries()) {
    if (period === null) break;
    const stated = Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, value ?? undefined])) as Record<
      keyof typeof figure,
      number | undefined
    >;
    drafts.volumes.push({ place: place(`figures[${i}]`), unit, period, ...stated });
  }
  return drafts;
}

function siteDraft(channel: SeedChannel, notice: SeedNotice, place: SiteDraft['place'], remarks: Remarks): SiteDraft | null {
  const kind = SITES[channel.kind];
  if (!kind) return null;
  const label = channel.name ?? `${channel.owner ?? ''}${SITE_KIND_NAMES[kind]}`;
  // A portal is kept by the government's own office; the notice that does not say so is issued by it.
  const office =
    kind === 'portal' && notice.units.some((unit) => [unit.name, ...unit.aliases].includes(notice.document.issuer))
      ? notice.document.issuer
      : null;
  if (channel.owner === null && office === null) {
    remarks.ask(`“${label}”没有写明主办单位，没有登记。主办单位是哪个？请在“网站”表里补上。`);
    return null;
  }
  if (channel.owner === null) remarks.ask(`“${label}”没有写明主办单位，暂登记在“${office}”名下，请核对。`);
  return { place, unit: channel.owner ?? (office as string), kind, name: channel.name ?? undefined, url: '', ...NO_STATE };
}

function accountDraft(channel: SeedChannel, place: AccountDraft['place'], remarks: Remarks): AccountDraft | null {
  const platform = PLATFORMS[channel.kind];
  if (!platform) return null;
  if (channel.name === null || channel.owner === null) {
    const missing = channel.name === null ? '账号名称' : '主办单位';
    const kind = platform === 'other' ? '新媒体' : PLATFORM_NAMES[platform];
    remarks.ask(`${kind}账号“${channel.name ?? channel.owner ?? channel.id}”没有写明${missing}，没有登记。请在“新媒体账号”表里补上。`);
    return null;
  }
  return {
    place,
    unit: channel.owner,
    supervisingUnit: undefined,
    platform,
    name: tidyName(channel.name),
    level: channel.level ?? undefined,
    filing: channel.filed === null ? undefined : channel.filed ? 'filed' : 'unfiled',
    filedOn: undefined,
    filingNumber: undefined,
    feedUrl: undefined,
    ...NO_STATE,
  };
}
