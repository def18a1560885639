import type { FigureDefinition } from '../figure.ts';
import { passRateOf } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import { blameByAccounts, type NamingProposal } from '../naming.ts';
import { type ChannelKind, kindOf, kindsInBase } from '../parts/kinds.ts';
import { paragraph } from '../parts/paragraphs.ts';
import { NO_RATE, undecidedOf } from '../parts/undecided.ts';
import type { NamingChoice, Snapshot } from '../snapshot.ts';
import { figure, listed, names, quoted, words } from '../words.ts';

export const FAILING = 'accounts.fail';

interface OverviewOptions {
  /** Decimals of the pass rate (seeds V05). */
  decimals: number;
  /** Whether the base is told by platform. */
  byKind: boolean;
  /** Whether units found wrong twice or not put right are named here; a list of accounts does without. */
  blame: boolean;
}

interface Overview {
  paragraphs: Paragraph[];
  figures: FigureDefinition[];
  proposals: NamingProposal[];
}

/** 政务新媒体情况: base by platform, passing, rate. No attachment lists every account, so the snapshot's own rows are counted. */
export function accountOverview(snapshot: Snapshot, choice: NamingChoice, { decimals, byKind, blame: blaming }: OverviewOptions): Overview {
  const accounts = snapshot.channels.filter((channel) => channel.type === 'account');
  const kinds = kindsInBase(accounts);
  if (kinds.length === 0) return { paragraphs: [], figures: [], proposals: [] };
  const platforms = byKind ? words`，包括${listed(kinds.map((kind) => words`${kind.name}${figure(`${kind.kind}.base`)}`))}` : [];
  const { any, all } = undecidedOf(
    accounts.filter((account) => account.inBase),
    snapshot,
  );
  const open = any ? words`，另有${figure('accounts.undecided')}未能认定` : [];
  const within = any && snapshot.undecidedTold ? '（含未能认定的）' : '';
  const told = all
    ? NO_RATE
    : words`合格${figure('accounts.pass')}，不合格${figure(FAILING)}${open}，以上述${figure('accounts.base')}${within}为基数，合格率${figure('accounts.rate')}`;
  const text = words`本期登记在册、正常运行的政务新媒体${figure('accounts.base')}${platforms}；${told}。`;
  const blame = blameByAccounts(snapshot, choice);
  const praised = accounts.filter((channel) => choice.praiseChannels.includes(channel.id));
  const good = praised.length === 0 ? [] : words`${listed(praised.map((c) => words`“${quoted(c.name)}”${kindOf(c).name}`))}运行较好。`;
  const bad =
    !blaming || blame.named.length === 0
      ? []
      : words`${names(blame.named)}${blame.leftOut.length > 0 ? '等' : ''}需加强政务新媒体日常运维。`;
  return {
    paragraphs: [paragraph('overview.accounts', 'overview', 2, '政务新媒体情况', words`${text}${good}${bad}`)],
    figures: [...(byKind ? kinds.map(kindBase) : []), ...totals(decimals, snapshot)],
    proposals: blaming ? [blame] : [],
  };
}

const BASE = [
  { column: 'type', in: ['account'] },
  { column: 'inBase', in: [true] },
] as const;

function kindBase(kind: ChannelKind): FigureDefinition {
  const where = [...BASE, { column: 'kind', in: [kind.kind] }];
  return {
    id: `${kind.kind}.base`,
    name: kind.name,
    unit: '个',
    decimals: 0,
    base: null,
    kind: kind.kind,
    from: { op: 'count', table: 'channels', where },
  };
}

function totals(decimals: number, snapshot: Snapshot): FigureDefinition[] {
  const counted = (id: string, name: string, verdicts: readonly string[] | null): FigureDefinition => ({
    id: `accounts.${id}`,
    name,
    unit: '个',
    decimals: 0,
    base: verdicts === null ? null : 'accounts.base',
    kind: verdicts === null ? 'account' : null,
    from: { op: 'count', table: 'channels', where: verdicts === null ? BASE : [...BASE, { column: 'verdict', in: verdicts }] },
  });
  return [
    counted('base', '正常运行的政务新媒体', null),
    counted('pass', '政务新媒体合格', ['no_problem', 'pass']),
    counted('fail', '政务新媒体不合格', ['fail']),
    counted('undecided', '政务新媒体未能认定', ['undecided']),
    passRateOf('accounts', '政务新媒体合格率', decimals, snapshot),
  ];
}
