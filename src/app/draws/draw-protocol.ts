import type { Instant } from '../../core/date.ts';
import { type Draw, drawHolds, rankOf } from '../../ledger/draw.ts';
import type { DrawRow } from '../../store/draws.ts';
import { readRegister } from '../../store/register.ts';
import type { Db } from '../../store/schema.ts';
import { linesById, unitOfLine } from '../../store/views-ledger.ts';
import { columnName } from '../../subjects/column.ts';
import { DRAW_KIND_NAMES } from '../../subjects/draw-kind.ts';
import { printedUnitName } from '../../subjects/unit.ts';

/** 抽取记录: who was drawn, who was not, and who was left out, with all that is needed to draw again. */
export interface DrawProtocol {
  id: string;
  kindName: string;
  purpose: string;
  seed: string;
  method: string;
  madeAt: Instant;
  madeBy: string;
  /** Drawing again from the record gives the same. */
  holds: boolean;
  drawn: { id: string; name: string; rank: string }[];
  notDrawn: { id: string; name: string; rank: string }[];
  excluded: { id: string; name: string; reason: string }[];
}

/** Digits of a rank that are printed; enough to compare by eye. */
const RANK_DIGITS = 12;

/** A kept draw with the names its members bear today; one that left the register is named by its id. */
export async function drawProtocol(db: Db, row: DrawRow): Promise<DrawProtocol> {
  if (row.kind === 'problems') {
    const { population, excluded } = row.record;
    const lines = await linesById(db, row.areaId, [...population, ...excluded.map(({ id }) => id)]);
    return protocolOf(row, (id) => {
      const line = lines.get(id);
      return line ? `${unitOfLine(line)}：${line.text}` : id;
    });
  }
  const register = await readRegister(db, row.areaId);
  const names = new Map<string, string>(register.units.map((unit) => [unit.id, printedUnitName(unit)]));
  for (const column of register.columns) names.set(column.id, `${names.get(column.unitId) ?? column.unitId}“${columnName(column.path)}”`);
  return protocolOf(row, (id) => names.get(id) ?? id);
}

function protocolOf({ id, kind, record, madeAt, madeBy }: DrawRow, nameOf: (id: string) => string): DrawProtocol {
  const { purpose, seed, method, population, excluded, drawn }: Draw = record;
  const isDrawn = new Set(drawn);
  const ranked = (member: string) => ({ id: member, name: nameOf(member), rank: rankOf(seed, member).slice(0, RANK_DIGITS) });
  return {
    id,
    kindName: DRAW_KIND_NAMES[kind],
    purpose,
    seed,
    method,
    madeAt,
    madeBy,
    holds: drawHolds(record),
    drawn: drawn.map(ranked),
    notDrawn: population
      .filter((member) => !isDrawn.has(member))
      .map(ranked)
      .sort((a, b) => (a.rank < b.rank ? -1 : 1)),
    excluded: excluded.map(({ id: member, reason }) => ({ id: member, name: nameOf(member), reason })),
  };
}
