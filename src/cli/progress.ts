import { Presets, SingleBar } from 'cli-progress';
import { say } from './print.ts';

/** A progress bar on a terminal; plain lines where the output is a file or a pipe. */
export interface Progress {
  update(done: number, total: number, label: string): void;
  end(): void;
}

export function startProgress(title: string): Progress {
  if (!process.stderr.isTTY) return plainProgress(title);
  const bar = new SingleBar(
    {
      format: `${title} {bar} {percentage}%  {value}/{total}  {label}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: false,
      stopOnComplete: false,
      barsize: 24,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total, label) {
      if (!started) bar.start(total, done, { label });
      started = true;
      bar.setTotal(total);
      bar.update(done, { label });
    },
    end() {
      if (started) bar.stop();
    },
  };
}

/** One line per quarter of the way, so that a log stays readable. */
function plainProgress(title: string): Progress {
  let shown = -1;
  return {
    update(done, total, label) {
      const quarter = total === 0 ? 4 : Math.floor((done / total) * 4);
      if (quarter === shown) return;
      shown = quarter;
      say(`${title} ${Math.round(total === 0 ? 100 : (done / total) * 100)}%（${done}/${total}）${label}`);
    },
    end() {},
  };
}
