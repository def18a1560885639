/** Limits as attachments print them. */
export const LIMIT_WORDS: Readonly<Record<string, string>> = { P6M: '半年', P1Y: '1年', P14D: '两周' };

export interface NamedColumn {
  unit: string;
  column: string;
  limit: string;
  state: 'overdue' | 'due_soon';
  /** Number of sub-columns where they are told by their number. */
  children: number | null;
}

/** Columns a cell of an attachment names: “A”、“B”栏目超过半年未更新，“C”3个子栏目即将超过1年未更新. */
export function namedColumns(unit: string, cell: string): NamedColumn[] {
  return cell.split('，').flatMap((line) => {
    const tail = /(即将)?超过(半年|1年|两周)未更新$/.exec(line);
    if (!tail) return [];
    return [...line.matchAll(/“([^”]+)”(?:(\d+)个子栏目)?/g)].map((match) => ({
      unit,
      column: match[1] as string,
      limit: tail[2] as string,
      state: tail[1] ? ('due_soon' as const) : ('overdue' as const),
      children: match[2] ? Number(match[2]) : null,
    }));
  });
}
