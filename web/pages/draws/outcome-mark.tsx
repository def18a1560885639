const CLASS = { fixed: 'mark mark-good', partly: 'mark mark-warn', not: 'mark mark-bad' } as const;

/** What a recheck found, or that it is still to come; of a problem that turned out since to be none, that alone. */
export function OutcomeMark({
  result,
  takenBack = false,
  releasedOn = null,
}: {
  result: { code: keyof typeof CLASS; name: string } | null;
  takenBack?: boolean;
  releasedOn?: string | null;
}) {
  if (releasedOn)
    return (
      <>
        <span className="mark mark-calm">已撤销</span>
        <span className="sub">经核实不成立，{releasedOn} 撤销，不用复查</span>
      </>
    );
  if (takenBack) return <span className="mark mark-calm">经核实不成立</span>;
  return result === null ? <span className="mark mark-calm">未登记</span> : <span className={CLASS[result.code]}>{result.name}</span>;
}
