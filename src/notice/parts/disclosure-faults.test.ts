import { describe, expect, it } from 'vitest';
import { auditDocument } from '../audit/audit.ts';
import { loadTemplates } from '../load-templates.ts';
import type { Snapshot } from '../snapshot.ts';
import type { DisclosureFaultRow, DisclosurePart } from '../snapshot-disclosure.ts';
import { problem, site, snapshot } from '../testing/fixtures.ts';
import { printedBody } from '../testing/read-document.ts';

const row = (unit: string, fault: DisclosureFaultRow['fault'], reason: string): DisclosureFaultRow => ({
  id: `${unit} ${reason}`,
  unit,
  fault,
  reason,
  markedOn: '2022-12-20',
});
const ROWS = [
  row('县甲局', 'late', '三季度财政信息迟公开20日'),
  row('县乙局', 'passive', '惠民补贴清单经督促才公开'),
  row('县甲局', 'late', '年度预算未公开'),
];
const EMPTY: DisclosurePart = { publishing: null, handling: [], interpretations: [], activities: [], goodWork: [] };
const withFaults = (faults: readonly DisclosureFaultRow[], more: Partial<Snapshot> = {}) =>
  snapshot({ disclosure: { ...EMPTY, faults }, ...more });
const templates = await loadTemplates();

describe.each([...templates.keys()])('%s', (id) => {
  const build = (frozen: Snapshot) => {
    const document = templates.get(id)?.build(frozen);
    if (!document) throw new Error(`no template ${id}`);
    return { text: printedBody(document).join('\n'), disagreements: auditDocument(document, frozen) };
  };

  it('names every marked unit once a fault, with its reasons', () => {
    const { text, disagreements } = build(withFaults(ROWS));
    expect(text).toContain('信息公开不及时。县甲局（三季度财政信息迟公开20日；年度预算未公开）。');
    expect(text).toContain('信息公开不主动。县乙局（惠民补贴清单经督促才公开）。');
    expect(text.split('县甲局')).toHaveLength(2);
    expect(text).not.toContain('未查出问题');
    expect(disagreements.filter(({ place }) => place.includes('fault'))).toEqual([]);
  });

  it('stands beside the problems that were found', () => {
    const bad = site('县丙局', { verdict: 'fail' });
    const { text } = build(withFaults(ROWS, { channels: [bad], problems: [problem(bad, 'column_overdue', '超期')] }));
    expect(text).toContain('县乙局（惠民补贴清单经督促才公开）');
  });

  it('says nothing where nobody is marked', () => {
    expect(build(withFaults([])).text).not.toMatch(/公开不及时|公开不主动/);
  });
});
