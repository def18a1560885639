import { type Browser, chromium } from 'playwright-core';
import { MingchaError } from '../../core/error.ts';
import { unpackChromium, writeFontConfig } from './unpack.ts';
import { withinMs } from './within.ts';

/** Nothing may leave but through the proxy: no names resolved by the browser, no QUIC, no WebRTC beside it. */
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-webgl',
  '--mute-audio',
  '--font-render-hinting=none',
];

const START_MS = 20_000;

/** A Chromium that runs. */
export interface Chromium {
  browser: Browser;
  /** Ends it at once, whatever its pages do. */
  kill(): void;
}

/**
 * Starts the Chromium of the npm package, which dies with us: it hangs on a pipe to this process. In its own sandbox where the
 * machine lets it have one; as root there is none. Throws MingchaError 'unavailable' where it does not start.
 */
export async function startChromium(folder: string, proxy: string, scriptMb: number): Promise<Chromium> {
  try {
    const executablePath = await unpackChromium(folder);
    const fonts = await writeFontConfig(folder);
    const launch = (sandbox: boolean): Promise<Browser> =>
      chromium.launch({
        executablePath,
        chromiumSandbox: sandbox,
        args: [...ARGS, ...(sandbox ? [] : ['--no-zygote']), `--js-flags=--max-old-space-size=${scriptMb}`],
        ignoreDefaultArgs: ['--disable-popup-blocking'],
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          LANG: 'zh_CN.UTF-8',
          TZ: 'Asia/Shanghai',
          FONTCONFIG_FILE: fonts,
          TMPDIR: process.env.TMPDIR,
        },
        proxy: { server: proxy },
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        timeout: START_MS,
      });
    const browser = process.getuid?.() === 0 ? await launch(false) : await launch(true).catch(() => launch(false));
    return { browser, kill: await killer(browser) };
  } catch (cause) {
    if (cause instanceof MingchaError) throw cause;
    throw new MingchaError(
      'unavailable',
      '随程序附带的浏览器（Chromium）没能启动，由脚本生成的栏目列表这次读不到，按“无法判断”处理。',
      `请安装它需要的系统库（Debian、Ubuntu：apt-get install libnss3），并检查 ${folder} 能否写入。`,
      { cause },
    );
  }
}

async function killer(browser: Browser): Promise<() => void> {
  const session = await withinMs(browser.newBrowserCDPSession(), START_MS);
  const { processInfo } = await withinMs(session.send('SystemInfo.getProcessInfo'), START_MS);
  void session.detach().catch(() => undefined);
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  return () => {
    if (!browser.isConnected() || pid === undefined) return; // a number that is free again may be somebody else's
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone between the question and the answer.
    }
  };
}
