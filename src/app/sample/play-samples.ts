import { join } from 'node:path';
import { parsePeriod } from '../../core/period.ts';
import { listAreas } from '../../store/areas.ts';
import { findNotice } from '../../store/notices.ts';
import { startQueue } from '../../store/queue.ts';
import { readSettings } from '../../store/settings.ts';
import { exportNotice } from '../notices/export-notice.ts';
import type { App } from '../open.ts';
import { playSample, type SampleStep } from './play-sample.ts';
import { SAMPLES, type SampleId } from './world.ts';

export interface ShownSample {
  /** Days lived through in this call; 0 when all was there already. */
  lived: number;
  notices: { label: string; title: string; paths: string[] }[];
}

/**
 * Plays a sample on a first run, or goes on with one that was broken off, and writes its notices beside the data.
 * Null when the installation holds areas of its own and never had this sample: an office's data is not mixed with ours.
 */
export async function playSamples(
  app: App,
  root: string,
  sample: SampleId,
  onStep: SampleStep,
  signal: AbortSignal,
): Promise<ShownSample | null> {
  if (!(await belongsHere(app, sample))) return null;
  const queue = await startQueue(app.databaseUrl, () => undefined);
  try {
    const { notices, lived } = await playSample(app, queue, root, sample, onStep, signal);
    const shown: ShownSample['notices'] = [];
    for (const { periodId, noticeId } of notices) {
      const paths = await exportNotice(app, noticeId, join(app.config.home, 'notices', SAMPLES[sample].name, periodId));
      const notice = await findNotice(app.db, noticeId);
      shown.push({
        label: parsePeriod(periodId).label,
        title: notice?.title ?? '',
        paths: ['docx', 'pdf', 'xlsx'].flatMap((format) => paths[format] ?? []),
      });
    }
    return { lived, notices: shown };
  } finally {
    await queue.stop();
  }
}

async function belongsHere(app: App, sample: SampleId): Promise<boolean> {
  const areas = await listAreas(app.db);
  if (areas.length === 0) return true;
  const settings = await Promise.all(areas.map((area) => readSettings(app.db, area.id)));
  return settings.some((kept) => kept.get('sample') === sample);
}
