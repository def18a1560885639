const CLASS = { fixed: 'mark mark-good', partly: 'mark mark-warn', not: 'mark mark-bad' } as const;

/** What a recheck found, or that it is still to come. */
export function OutcomeMark({ result }: { result: { code: keyof typeof CLASS; name: string } | null }) {
  return result === null ? <span className="mark mark-calm">未登记</span> : <span className={CLASS[result.code]}>{result.name}</span>;
}
