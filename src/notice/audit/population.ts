import { type Figure, printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { isOnList } from '../parts/problem-list.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Base printed equal to the last notice's while the register says otherwise: probably taken over unseen (seeds N23). */
export function auditBases(document: NoticeDocument, snapshot: Snapshot, fresh: readonly Figure[]): Disagreement[] {
  const { previous } = snapshot;
  if (!previous) return [];
  const right = new Map(fresh.map((figure) => [figure.id, figure.value]));
  return document.figures.flatMap((figure) => {
    const before = figure.kind === null ? undefined : previous.bases[figure.kind];
    const now = right.get(figure.id) ?? null;
    if (before === undefined || figure.value !== before || now === before) return [];
    const message = `${figure.name}${printFigure(figure)}与${previous.label}通报相同，而名册现为${now}${figure.unit}，疑似沿用上期基数`;
    return [
      disagreement('base', 'warns', '总体情况', message, {
        figure: figure.id,
        stated: printFigure(figure),
        recomputed: `${now}${figure.unit}`,
      }),
    ];
  });
}

/** 期初 + 新增 + 再次发现 − 销号 = 期末. */
export function auditStock({ stock }: Snapshot): Disagreement[] {
  const closing = stock.opening + stock.found + stock.reopened - stock.closed;
  if (closing === stock.closing) return [];
  const sum = `${stock.opening} + ${stock.found} + ${stock.reopened} − ${stock.closed} = ${closing}`;
  const message = `问题台账期末写的是${stock.closing}个，按 ${sum} 应为${closing}个`;
  return [disagreement('stock', 'blocks', '问题台账', message, { stated: `${stock.closing}个`, recomputed: `${closing}个` })];
}

/**
 * 问题清单 holds what the stock ends with, neither more nor less; what was taken back since is told beside it. Asked of snapshots alone
 * that know which problems those are.
 */
export function auditStockListed({ stockEntries, problems }: Snapshot): Disagreement[] {
  if (!stockEntries?.struckOff || !problems.some(isOnList)) return [];
  const told = new Set(stockEntries['since.withdrawn']);
  const ending = new Set(stockEntries.closing.filter((id) => !told.has(id)));
  const listed = new Set(problems.filter(isOnList).map(({ id }) => id));
  const missing = [...ending].filter((id) => !listed.has(id)).length;
  const beyond = [...listed].filter((id) => !ending.has(id)).length;
  if (missing === 0 && beyond === 0) return [];
  const message = `问题清单列出${listed.size}个问题，台账期末为${ending.size}个：${missing}个没有列出，${beyond}个不在期末之内`;
  return [disagreement('stock', 'blocks', '问题清单', message, { stated: `${listed.size}个`, recomputed: `${ending.size}个` })];
}

/** What the portal counts beyond the table is shown before issue (seeds D06); less than the table cannot be. */
export function auditOutsideTable(snapshot: Snapshot): Disagreement[] {
  const { volumes } = snapshot;
  if (!volumes || volumes.portalTotal === null || volumes.groups.length === 0) return [];
  const approved = volumes.groups.flatMap((group) => group.rows).reduce((sum, row) => sum + (row.approved ?? 0), 0);
  const rest = volumes.portalTotal - approved;
  if (rest === 0) return [];
  const stated = `${volumes.portalTotal}条`;
  const message =
    rest > 0
      ? `门户网站公开总数${stated}比表内审发数${approved}条多${rest}条，这${rest}条为表外信息，请确认统计口径`
      : `门户网站公开总数${stated}少于表内审发数${approved}条，两个数至少有一个不对`;
  return [disagreement('outside-table', rest > 0 ? 'warns' : 'blocks', '政务公开情况', message, { stated, recomputed: `${approved}条` })];
}
