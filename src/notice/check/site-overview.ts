import type { Condition, FigureDefinition } from '../figure.ts';
import { counted, countOf, passRateOf } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import { kindsInBase } from '../parts/kinds.ts';
import { paragraph } from '../parts/paragraphs.ts';
import { goodWork } from '../parts/praise.ts';
import { NO_RATE, undecidedOf } from '../parts/undecided.ts';
import type { NamingChoice, Snapshot } from '../snapshot.ts';
import { figure, listed, names, words } from '../words.ts';

const BASE: readonly Condition[] = [
  { column: 'type', in: ['site'] },
  { column: 'inBase', in: [true] },
];

/** 政府网站工作: sites of each kind, passing over base, then who does well. Overdue columns alone fail no site (rule T3). */
export function siteOverview(
  snapshot: Snapshot,
  choice: NamingChoice,
  decimals: number,
): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const sites = snapshot.channels.filter((channel) => channel.type === 'site');
  const kinds = kindsInBase(sites);
  if (kinds.length === 0) return { paragraphs: [], figures: [] };
  const inBase = sites.filter((site) => site.inBase);
  const { any, all } = undecidedOf(inBase, snapshot);
  const each = listed(kinds.map((kind) => words`${kind.name}${figure(`sites.${kind.kind}`)}`));
  const failing = inBase.some((site) => site.verdict === 'fail') ? words`，不合格${figure('sites.fail')}` : [];
  const open = any ? words`，另有${figure('sites.undecided')}未能认定` : [];
  const total = kinds.length > 1 ? words`共${figure('sites.base')}，` : [];
  const within = any && snapshot.undecidedTold ? '（基数含未能认定的）' : '';
  const told = all ? NO_RATE : words`合格${figure('sites.pass')}${failing}${open}，合格率${figure('sites.rate')}${within}`;
  const rates = words`本期检查${each}，${total}${told}。`;
  const praised = sites.filter((site) => choice.praiseChannels.includes(site.id)).map((site) => site.unitPrinted);
  const good = praised.length === 0 ? [] : words`${names(praised)}网站整体运行较好。`;
  const verdict = (...values: readonly string[]): Condition => ({ column: 'verdict', in: values });
  return {
    paragraphs: [
      paragraph(
        'overview.sites',
        'overview',
        2,
        '政府网站工作',
        words`${rates}${good}${goodWork(snapshot, 'interpretation', '开展政策解读形式较多，采用')}`,
      ),
    ],
    figures: [
      ...kinds.map(({ kind, name }) =>
        counted(`sites.${kind}`, name, '家', countOf('channels', ...BASE, { column: 'kind', in: [kind] }), { kind }),
      ),
      counted('sites.base', '纳入统计的网站', '家', countOf('channels', ...BASE)),
      counted('sites.pass', '网站合格', '家', countOf('channels', ...BASE, verdict('pass', 'no_problem')), { base: 'sites.base' }),
      counted('sites.fail', '网站不合格', '家', countOf('channels', ...BASE, verdict('fail')), { base: 'sites.base' }),
      counted('sites.undecided', '网站未能认定', '家', countOf('channels', ...BASE, verdict('undecided')), { base: 'sites.base' }),
      passRateOf('sites', '网站合格率', decimals, snapshot),
    ],
  };
}
