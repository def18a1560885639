/** How a code looks. The word always stands beside the colour, so that colour is never the only sign. */
const TONES: Readonly<Record<string, 'bad' | 'warn' | 'good' | 'calm' | 'open'>> = {
  fail: 'bad',
  not_rectified: 'bad',
  partly_rectified: 'warn',
  disputed: 'warn',
  suspected: 'calm',
  self_found: 'open',
  self_fixed: 'good',
  fast: 'good',
  in_time: 'good',
  slow: 'bad',
  undecided: 'warn',
  pass: 'good',
  no_problem: 'good',
  closed: 'good',
  rechecked_ok: 'good',
  confirmed: 'open',
  handed_over: 'open',
  received: 'open',
  rectified: 'open',
  late: 'bad',
  'due-soon': 'warn',
  draft: 'open',
  issued: 'good',
  sealed: 'good',
  drafting: 'open',
  submitted: 'warn',
  approved: 'good',
  returned: 'bad',
  running: 'open',
  queued: 'calm',
  done: 'good',
  failed: 'bad',
};

export function StatusMark({ code, name }: { code: string; name: string }) {
  return <span className={`mark mark-${TONES[code] ?? 'calm'}`}>{name}</span>;
}
