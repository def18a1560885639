import type { Attachment } from '../model.ts';
import { kindOf, kindsInBase } from '../parts/kinds.ts';
import { outsideAttachment } from '../parts/outside.ts';
import { accountVerdict, periodWord, resultsNote, siteVerdict } from '../parts/verdict-words.ts';
import type { Snapshot } from '../snapshot.ts';
import { column, mergeRuns, type Table, type TableRow } from '../table.ts';
import { pairedAttachment } from './paired-accounts.ts';
import { siteState } from './site-state.ts';

/** All attachments of the monthly notice; one that would be empty is left away. */
export function monthlyAttachments(snapshot: Snapshot): Attachment[] {
  const word = periodWord(snapshot);
  return [
    ...siteAttachment(snapshot, word),
    ...pairedAttachment(snapshot, word),
    ...otherAccounts(snapshot, word),
    ...outsideAttachment(snapshot, `${word}未纳入合格率统计的网站和政务新媒体`),
  ];
}

/** Sites of the base, one row each. Kind and name get a column only where the unit alone does not tell the site. */
function siteAttachment(snapshot: Snapshot, word: string): Attachment[] {
  const sites = snapshot.channels.filter((channel) => channel.inBase && channel.type === 'site');
  if (sites.length === 0) return [];
  const kinds = kindsInBase(sites);
  const rows = sites.map((site): TableRow => {
    const cells = {
      unit: site.unitPrinted,
      kind: kindOf(site).name,
      name: site.name,
      verdict: siteVerdict(site),
      problems: site.reasons.join('，'),
      // Not printed: whether part two names the site, so that its count of units rests on these rows.
      named: siteState(site, snapshot) === null ? null : '是',
    };
    return { id: `sites/${site.id}`, from: [site.id], cells };
  });
  const several = kinds.length > 1 || new Set(sites.map((site) => site.unit)).size < sites.length;
  const columns = several
    ? [column('unit', '单位名称', 30), column('kind', '类型', 20), column('name', '网站名称', 28)]
    : [column('unit', '单位名称', 46)];
  columns.push(
    column('verdict', '检查结果', several ? 16 : 20, { align: 'center' }),
    column('problems', '监测发现的突出问题', several ? 62 : 90),
  );
  const title = `${word}${kinds.length === 1 ? kinds[0]?.name : '政府网站'}监测情况`;
  return [{ title, table: { id: 'sites', orientation: 'portrait', columns, rows, merges: [], notes: resultsNote(snapshot, sites) } }];
}

/** Accounts on the platforms that have no table of their own. */
function otherAccounts(snapshot: Snapshot, word: string): Attachment[] {
  const accounts = snapshot.channels.filter((c) => c.inBase && c.type === 'account' && c.kind !== 'wechat' && c.kind !== 'weibo');
  if (accounts.length === 0) return [];
  const rows = accounts.map((account): TableRow => {
    const cells = {
      unit: account.unitPrinted,
      kind: account.kindName,
      name: account.name,
      verdict: accountVerdict(account),
      problems: account.reasons.join('，'),
    };
    return { id: `accounts/${account.id}`, from: [account.id], cells };
  });
  const columns = [
    column('unit', '单位名称', 36),
    column('kind', '平台类型', 22, { align: 'center' }),
    column('name', '新媒体名称', 38),
    column('verdict', '检查结果', 20, { align: 'center' }),
    column('problems', '存在突出问题', 40),
  ];
  const table: Table = {
    id: 'accounts',
    orientation: 'portrait',
    columns,
    rows,
    merges: mergeRuns(rows, 'unit', ['unit']),
    notes: resultsNote(snapshot, accounts),
  };
  return [{ title: `${word}其他政务新媒体监测情况`, table }];
}
