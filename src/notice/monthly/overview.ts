import type { Condition, FigureDefinition } from '../figure.ts';
import { passRateOf } from '../figure-definitions.ts';
import type { Paragraph } from '../model.ts';
import { type ChannelKind, kindsInBase } from '../parts/kinds.ts';
import { chapter, paragraph } from '../parts/paragraphs.ts';
import { NO_RATE, undecidedOf } from '../parts/undecided.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { figure, listed, words } from '../words.ts';
import { PAIRED_KINDS } from './paired-accounts.ts';

/** Where the rows of a kind are printed: table, condition for "is of this kind", column of the verdict. */
interface KindRows {
  table: string;
  base: readonly Condition[];
  verdict: string;
}

function rowsOfKind(kind: ChannelKind): KindRows {
  if (kind.type === 'site') return { table: 'sites', base: [{ column: 'kind', in: [kind.name] }], verdict: 'verdict' };
  if (PAIRED_KINDS.some((paired) => paired === kind.kind)) {
    return { table: 'paired', base: [{ column: `${kind.kind}.name`, filled: true }], verdict: `${kind.kind}.verdict` };
  }
  const platform = kind.name.replace(/^政务/, '');
  return { table: 'accounts', base: [{ column: 'kind', in: [platform, kind.name] }], verdict: 'verdict' };
}

/** Base, passing, failing, undecided and pass rate of a kind, all counted over the rows of the attachment. */
function kindFigures(kind: ChannelKind, snapshot: Snapshot): FigureDefinition[] {
  const { table, base, verdict } = rowsOfKind(kind);
  const counted = (id: string, what: string, values: readonly string[] | null): FigureDefinition => ({
    id: `${kind.kind}.${id}`,
    name: `${kind.name}${what}`,
    unit: kind.unit,
    decimals: 0,
    base: values === null ? null : `${kind.kind}.base`,
    kind: id === 'base' ? kind.kind : null,
    from: { op: 'count', table, where: values === null ? base : [...base, { column: verdict, in: values }] },
  });
  return [
    counted('base', '纳入统计', null),
    counted('pass', '合格', ['无问题', '合格']),
    counted('fail', '不合格', ['不合格']),
    counted('undecided', '未能认定', ['未能认定']),
    passRateOf(kind.kind, `${kind.name}合格率`, 1, snapshot),
  ];
}

/** 总体情况: one clause for each kind with its base printed; what could not be decided is said, never counted as passing. */
export function overview(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const kinds = kindsInBase(snapshot.channels);
  const clause = (kind: ChannelKind): Run[] => {
    const base = snapshot.channels.filter((channel) => channel.inBase && channel.kind === kind.kind);
    const { any, all } = undecidedOf(base, snapshot);
    const counted = words`${kind.name}纳入统计${figure(`${kind.kind}.base`)}`;
    if (all) return words`${counted}，${NO_RATE}`;
    const failing = base.some(({ verdict }) => verdict === 'fail') ? words`，不合格${figure(`${kind.kind}.fail`)}` : [];
    const open = any ? words`，另有${figure(`${kind.kind}.undecided`)}未能认定` : [];
    const within = any && snapshot.undecidedTold ? '（基数含未能认定的）' : '';
    return words`${counted}，合格${figure(`${kind.kind}.pass`)}${failing}${open}，合格率${figure(`${kind.kind}.rate`)}${within}`;
  };
  const text =
    kinds.length === 0
      ? words`本期没有在运行的网站和政务新媒体纳入统计。`
      : words`按统计截止日登记在册、正常运行的网站和政务新媒体计算：${listed(kinds.map(clause), '；')}。`;
  return {
    paragraphs: [chapter('overview', '总体情况'), paragraph('overview.rates', 'overview', 0, null, text)],
    figures: kinds.flatMap((kind) => kindFigures(kind, snapshot)),
  };
}
