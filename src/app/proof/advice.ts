import type { Finding } from '../../text/finding.ts';

/** What is said of a finding: what would be right, and why. */
export const adviceOf = ({ found, suggestion, why }: Finding): string[] => [
  ...(suggestion === null || suggestion === found ? [] : [suggestion === '' ? '建议删去' : `建议改为：${suggestion}`]),
  why,
];
