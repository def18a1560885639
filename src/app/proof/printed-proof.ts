import type { Finding } from '../../text/finding.ts';
import type { ProofReport } from './report.ts';

/** What `mingcha proof --json` prints of one draft, one line each. */
export type PrintedProof = Pick<ProofReport, 'characters' | 'seconds' | 'collapsed' | 'file' | 'type' | 'notes'> & {
  findings: Finding[];
  /** Of anything but plain text: what the offsets refer to. */
  text?: string;
};

/** A report as the terminal prints it. */
export function printedProof(report: ProofReport): PrintedProof {
  const { findings, characters, seconds, collapsed, file, type, notes, text } = report;
  return {
    findings: findings.map(printedFinding),
    characters,
    seconds,
    collapsed,
    file,
    type,
    notes,
    ...(type === 'txt' ? {} : { text }),
  };
}

const printedFinding = ({ start, end, found, suggestion, layer, kind, severity, score, files, why }: Finding): Finding => ({
  start,
  end,
  found,
  suggestion,
  layer,
  kind,
  severity,
  score,
  files,
  why,
});
