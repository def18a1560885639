import type { FigureDefinition, FigureSource } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import { blameByApproved, type NamingProposal, praiseByApproved } from '../naming.ts';
import { paragraph } from '../parts/paragraphs.ts';
import type { NamingChoice, VolumePart } from '../snapshot.ts';
import { figure, names, words } from '../words.ts';
import type { VolumeColumns } from './volume-table.ts';

interface Overview {
  paragraphs: Paragraph[];
  figures: FigureDefinition[];
  proposals: NamingProposal[];
}

const count = (id: string, name: string, unit: string, from: FigureSource): FigureDefinition => ({
  id,
  name,
  unit,
  decimals: 0,
  base: null,
  kind: null,
  from,
});

/**
 * 政务公开情况: the portal's own total, its key areas, and the sums of the table. What the portal counts and the table does
 * not is a line of its own (表外, seeds D06): the two count different populations.
 */
export function volumeOverview(volumes: VolumePart, columns: VolumeColumns, choice: NamingChoice): Overview {
  const figures = [
    count('volumes.units', '附件统计单位', '个', { op: 'count', table: 'volumes', where: [] }),
    count('volumes.submitted', '报送信息', '条', { op: 'sum', table: 'volumes-printed', columns: columns.submitted }),
    count('volumes.approved', '审发信息', '条', { op: 'sum', table: 'volumes-printed', columns: columns.approved }),
  ];
  const portal = volumes.portalTotal !== null;
  if (portal) {
    figures.push(
      count('volumes.portal', '门户网站公开信息', '条', { op: 'given', path: 'volumes.portalTotal' }),
      count('volumes.outside', '表外信息', '条', { op: 'difference', from: 'volumes.portal', minus: 'volumes.approved' }),
    );
  }
  if (volumes.keyAreas !== null) figures.push(count('volumes.keyAreas', '重点领域信息', '条', { op: 'given', path: 'volumes.keyAreas' }));
  const key = volumes.keyAreas === null ? [] : words`，其中重点领域信息${figure('volumes.keyAreas')}`;
  const total = portal ? words`门户网站本期公开政府信息${figure('volumes.portal')}${key}。` : [];
  const rest = portal ? words`门户网站公开总数与表内审发数之差${figure('volumes.outside')}为表外信息，不在附件统计范围内。` : [];
  const table = words`附件所列${figure('volumes.units')}单位共报送信息${figure('volumes.submitted')}、审发${figure('volumes.approved')}。`;
  const praise = praiseByApproved(volumes, choice);
  const blame = blameByApproved(volumes, choice);
  const runs = words`${total}${table}${rest}${praised(praise)}${blamed(blame)}`;
  return {
    paragraphs: [paragraph('overview.volumes', 'overview', 2, '政务公开情况', runs)],
    figures,
    proposals: [praise, blame],
  };
}

/** 等 is printed exactly when the editor left somebody out (seeds N14). */
const others = (proposal: NamingProposal): string => (proposal.leftOut.length > 0 ? '等' : '');
const praised = (p: NamingProposal) => (p.named.length === 0 ? [] : words`审发信息数量居前的有${names(p.named)}${others(p)}。`);
const blamed = (p: NamingProposal) => (p.named.length === 0 ? [] : words`${names(p.named)}${others(p)}审发信息数量偏少。`);
