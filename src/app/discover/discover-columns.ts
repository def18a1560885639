import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { addressKey } from '../../extract/columns/column-address.ts';
import { columnNameOf } from '../../extract/columns/column-name.ts';
import { type ProposedColumn, proposeColumns } from '../../extract/columns/column-tree.ts';
import { readPage } from '../../extract/read-page.ts';
import type { SiteKind } from '../../subjects/channel.ts';
import { classOfColumn } from '../../subjects/column-library.ts';
import type { Config } from '../config.ts';
import { limitsOf, siteAddress } from '../look/request.ts';
import { openWayOut } from '../look/way-out.ts';
import type { ColumnState, DiscoveredColumn, Discovery } from './discovery.ts';
import { openPage } from './open-page.ts';
import { proposeLimit } from './propose-limit.ts';
import { type ColumnLook, survey } from './survey.ts';

export interface DiscoverRequest {
  url: string;
  /** Pages opened at most; null = 80. */
  maxPages: number | null;
}

export interface DiscoverOptions {
  onStep?(done: number, total: number): void;
  /** Stops the look; what was seen until then is proposed. */
  signal?: AbortSignal;
}

const USUAL_PAGES = 80;

/**
 * Proposes the column tree of one site from its home page, site map and column pages; needs no database and writes nothing.
 * Throws MingchaError 'usage' for what is no address or a limit out of range, 'refused' for inner networks, 'unavailable'
 * when the home page does not open, 'not-found' when it shows no column.
 */
export async function discoverColumns(
  config: Pick<Config, 'allowNetworks' | 'contact'>,
  request: DiscoverRequest,
  { onStep, signal }: DiscoverOptions = {},
): Promise<Discovery> {
  const at = new Date().toISOString();
  const day = dateAt(at);
  const asked = siteAddress(request.url);
  const limits = limitsOf(
    {
      url: request.url,
      sheet: 'national',
      columnsFile: null,
      maxPages: request.maxPages,
      concurrency: null,
      paceMs: null,
      evidenceFolder: null,
    },
    asked,
  );
  const { net } = openWayOut(config, limits);
  try {
    const home = await openPage(net, asked.href, { totalMs: limits.totalMs, ...(signal ? { signal } : {}) });
    const { look, page } = home;
    if (look.outcome === 'refused-address') throw refused(asked);
    if (page === null || look.bytes === null) throw notOpened(look.finalUrl, look.outcome);
    const { metas, footer, title } = readPage(look.bytes, { url: look.finalUrl, contentType: look.headers.contentType, today: day });
    const siteName = metas.SiteName || title || null;
    const found = await survey({
      net,
      home: { look, page },
      siteNames: [siteName, footer.organiser].map((name) => columnNameOf(name ?? '')).filter((name) => name !== ''),
      day,
      maxPages: request.maxPages ?? USUAL_PAGES,
      totalMs: limits.totalMs,
      onStep: onStep ?? (() => undefined),
      ...(signal ? { signal } : {}),
    });
    const lookOf = (url: string): ColumnLook | null => found.looks.get(addressKey(url)) ?? null;
    const columns = proposeColumns(found.sightings, lookOf).flatMap((column) => described(column, lookOf(column.url)));
    if (columns.length === 0) throw noColumns(look.finalUrl);
    return {
      home: look.finalUrl,
      at,
      siteName,
      organiser: footer.organiser,
      siteKind: siteKindOf(siteName ?? ''),
      siteMap: found.siteMap,
      columns,
      pages: found.pages,
      limited: found.limited,
    };
  } finally {
    await net.close();
  }
}

const CONVINCING: readonly ColumnState[] = ['list', 'empty', 'section'];

/** A heading over a block, or a step of a breadcrumb, is believed only when its page turned out to be what a column is. */
function described({ path, url, sources }: ProposedColumn, look: ColumnLook | null): DiscoveredColumn[] {
  const onlyHint = sources.every((source) => source === 'block' || source === 'trail');
  const isColumn = look !== null && CONVINCING.includes(look.state);
  if (look?.leftSite || (onlyHint && !isColumn)) return [];
  const columnClass = classOfColumn(path);
  return [
    {
      path,
      url,
      class: columnClass,
      ...proposeLimit(path, columnClass),
      state: look?.state ?? 'not-looked',
      outcome: look?.outcome ?? null,
      items: look?.items ?? 0,
      newestDate: look?.newestDate ?? null,
      sources,
    },
  ];
}

function siteKindOf(name: string): SiteKind {
  if (/信息公开/.test(name)) return 'disclosure_site';
  return /人民政府|门户/.test(name) && !/(?:镇|乡)人民政府/.test(name) ? 'portal' : 'department_site';
}

const refused = ({ host, pathname }: URL): MingchaError =>
  new MingchaError(
    'refused',
    `“${host}${pathname}”是本机、内网或者其他保留的地址，或者网址里带有用户名和密码，不予查看。`,
    '确实是自己的网站时，用环境变量 MINGCHA_ALLOW_NETWORKS 写明允许的网段再运行，例如：MINGCHA_ALLOW_NETWORKS=127.0.0.0/8；网址里不要写用户名和密码。',
  );

const notOpened = (url: string, outcome: string): MingchaError =>
  new MingchaError('unavailable', `首页 ${url} 没有打开（${outcome}），无法发现栏目。`, '请核对网址，或稍后再试。');

const noColumns = (url: string): MingchaError =>
  new MingchaError(
    'not-found',
    `在首页 ${url} 上没有认出任何栏目。`,
    '导航可能由脚本生成。请改用网站地图或信息公开目录页的网址再试，或用 mingcha import --template 手工填写栏目。',
  );
