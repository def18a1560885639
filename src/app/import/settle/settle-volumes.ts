import type { Volume } from '../../../store/volumes.ts';
import type { VolumeDraft } from '../sheets/draft.ts';
import type { SettleContext } from './context.ts';
import { fuse, type Stated } from './fuse.ts';

/** What the figures of a volume are called in a sheet. */
export const VOLUME_TITLES = {
  submitted: '报送数',
  approved: '审发数',
  errors: '错情',
  annualTask: '年度任务数',
  publishedTotal: '累计发布数',
  publishedInPeriod: '本期发布数',
} as const;

export const volumeKey = (volume: Pick<Volume, 'unitId' | 'period'>): string => `${volume.unitId} ${volume.period}`;

/** Volumes of a file by unit and period; a figure the file does not state stays as it is, which is not 0. */
export function settleVolumes(
  drafts: readonly VolumeDraft[],
  held: ReadonlyMap<string, Volume>,
  { areaId, index, remarks }: SettleContext,
): Volume[] {
  const rows: Stated<Volume>[] = [];
  for (const draft of drafts) {
    const unitId = index.resolve(draft.unit, draft.place, '单位名称', remarks);
    if (unitId === null) continue;
    const { place, unit, period, repeated: _repeated, ...stated } = draft;
    const blank = {
      areaId,
      unitId,
      period,
      submitted: null,
      approved: null,
      errors: null,
      annualTask: null,
      publishedTotal: null,
      publishedInPeriod: null,
    };
    rows.push({ id: volumeKey(blank), place, label: `${unit}，${period}`, stated, blank });
  }
  const volumes = fuse(rows, held, { titles: VOLUME_TITLES }, remarks);
  for (const volume of volumes) {
    if (volume.approved === null || volume.submitted === null || volume.approved <= volume.submitted) continue;
    const row = rows.find((r) => r.id === volumeKey(volume)) as Stated<Volume>;
    remarks.fault({
      ...row.place,
      field: row.place.field ?? '审发数',
      value: String(volume.approved),
      message: `多于已登记的报送数 ${volume.submitted}，审发数应不多于报送数`,
    });
  }
  return volumes;
}
