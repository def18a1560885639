// `wget --spider -r` over the bench site: node wget.mjs ORIGIN. Its log names what did not open; CPU and memory are those of the child.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const origin = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'mingcha-wget-'));
const log = join(folder, 'wget.log');
const began = performance.now();
let peakKb = 0;
const given = ['--spider', '-r', '-l', 'inf', '-p', '-nd', '-e', 'robots=off', '--tries=2', '--waitretry=0', '--timeout=15', '-o', log];
const child = spawn('wget', [...given, `${origin}/index.html`], { cwd: folder, stdio: 'ignore', env: { ...process.env, LC_ALL: 'C' } });
const watch = setInterval(() => {
  try {
    peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
  } catch {
    // it has just ended
  }
}, 200);
await new Promise((resolve) => child.on('close', resolve));
clearInterval(watch);
const text = readFileSync(log, 'utf8');
const list = /Found \d+ broken links?\.\n\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '';
const pages = text.split('could contain links to other resources').length - 1;
rmSync(folder, { recursive: true, force: true });
const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  JSON.stringify({ pages, dead: list.split('\n').filter(Boolean), seconds, reading: seconds, cpuMs: childCpuMs(), peakMb: peakKb / 1024 }),
);

/** CPU of children that have ended, from the kernel's tally of this process (100 ticks a second). */
function childCpuMs() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
