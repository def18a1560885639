import type { Condition, FigureDefinition } from '../figure.ts';
import { counted, countOf, givenAt } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import { handling } from '../parts/handling.ts';
import { kindsInBase } from '../parts/kinds.ts';
import { outsideAccounts } from '../parts/outside.ts';
import { chapter, paragraph } from '../parts/paragraphs.ts';
import { accountNames, goodWork } from '../parts/praise.ts';
import type { NamingChoice, Snapshot } from '../snapshot.ts';
import { figure, listed, words } from '../words.ts';

const IN_BASE: Condition = { column: 'inBase', in: [true] };

/** 总体情况 in one paragraph: what is in operation, what was published and handled, which accounts do well. */
export function findingsOverview(snapshot: Snapshot, choice: NamingChoice): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const kinds = kindsInBase(snapshot.channels.filter((channel) => channel.type === 'site'));
  const accounts = snapshot.channels.filter((channel) => channel.type === 'account');
  const figures: FigureDefinition[] = kinds.map(({ kind, name }) =>
    counted(`sites.${kind}`, name, '家', countOf('channels', IN_BASE, { column: 'kind', in: [kind] }), { kind }),
  );
  const counts = kinds.map(({ kind, name }) => words`${name}${figure(`sites.${kind}`)}`);
  if (accounts.some((account) => account.inBase)) {
    counts.push(words`政务新媒体${figure('accounts.base')}`);
    figures.push(counted('accounts.base', '政务新媒体', '个', countOf('channels', IN_BASE, { column: 'type', in: ['account'] })));
  }
  const running = counts.length === 0 ? [] : words`按统计截止日登记在册、正常运行的有${listed(counts)}。`;
  const total = (snapshot.volumes?.portalTotal ?? null) !== null;
  if (total) figures.push(counted('volumes.portal', '门户网站公开信息', '条', givenAt('volumes.portalTotal')));
  const published = total ? words`门户网站本期公开信息${figure('volumes.portal')}。` : [];
  const outside = outsideAccounts(snapshot);
  const letters = handling(snapshot);
  const praised = accounts.filter((account) => choice.praiseChannels.includes(account.id));
  if (praised.length > 0) {
    const ids = { column: 'id', in: praised.map(({ id }) => id) };
    figures.push(counted('accounts.praised', '运行较好的政务新媒体', '个', countOf('channels', ids)));
  }
  const good =
    praised.length === 0 ? [] : words`${accountNames(praised.map(({ name }) => name))}${figure('accounts.praised')}政务新媒体运行较好。`;
  const runs = words`${running}${outside.runs}${published}${letters.runs}${good}${goodWork(snapshot, 'account', '表现形式多样，采用')}`;
  if (runs.length === 0) return { paragraphs: [], figures: [] };
  return {
    paragraphs: [chapter('overview', '总体情况'), paragraph('overview.all', 'overview', 0, null, runs)],
    figures: [...figures, ...outside.figures, ...letters.figures],
  };
}
