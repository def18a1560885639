// Serves a sample area over real HTTP: node samples/serve.ts --area langxi-2022 --port 18080 --control 18081
// Prints one JSON line when ready. Ends on SIGTERM or SIGINT, and with --until-stdin-ends also when its parent goes away.
import { parseArgs } from 'node:util';
import { SAMPLE_AREAS } from './load.ts';
import { startSample } from './start.ts';

const { values } = parseArgs({
  options: {
    area: { type: 'string', default: 'langxi-2022' },
    port: { type: 'string', default: '18080' },
    control: { type: 'string', default: '18081' },
    now: { type: 'string' },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

const area = SAMPLE_AREAS.find((a) => a === values.area);
if (!area) {
  console.error(`没有名为 ${values.area} 的示例地区，可选：${SAMPLE_AREAS.join('、')}。`);
  process.exit(2);
}
if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
  console.error(`--now 应为带时区的时间，例如 2022-12-27T01:00:00Z，现在是 ${values.now}。`);
  process.exit(2);
}
const sample = await startSample({ area, port: Number(values.port), controlPort: Number(values.control), now: values.now }).catch(refuse);
const stop = (): void => {
  void sample.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (values['until-stdin-ends']) process.stdin.once('end', stop).resume();

/** The two ways a machine can refuse to listen, in words of what to do. */
function refuse(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE') console.error(`端口 ${values.port} 或 ${values.control} 已被占用，请用 --port、--control 换一个。`);
  else if (error.code === 'EADDRNOTAVAIL') console.error('本机不能使用 127.0.0.1 以外的回环地址。示例网站需要它们，请在 Linux 上运行。');
  else throw error;
  process.exit(8);
}

const { port, controlPort, sites, accounts } = sample;
console.log(
  JSON.stringify({
    ready: true,
    area,
    port,
    control: `http://127.0.0.1:${controlPort}/clock`,
    sites,
    accounts,
    now: new Date(sample.clock.now).toISOString(),
  }),
);
