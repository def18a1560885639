import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { MingchaError } from '../../core/error.ts';

const require = createRequire(import.meta.url);

/**
 * Unpacks the Chromium of the npm package into `folder`, once for each version, and answers its path. Not left to the package:
 * that takes whatever lies under a fixed name in the shared temporary folder, from whomever it may be, half unpacked or not.
 */
export async function unpackChromium(folder: string): Promise<string> {
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const { version } = JSON.parse(await readFile(join(bin, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(folder, `chromium-${version}`);
  await ownFolder(folder);
  if (await isFile(target)) return target;
  const part = join(folder, `part-${randomUUID()}`);
  try {
    await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(part));
    await chmod(part, 0o700);
    await rename(part, target); // two processes that unpack at once each bring the whole file
  } finally {
    await rm(part, { force: true });
  }
  const old = (await readdir(folder)).filter((name) => /^chromium-[\d.]+$/.test(name) && join(folder, name) !== target);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  return target;
}

/**
 * A font configuration that adds the Chinese font of our own package to those of the machine: a picture full of empty boxes
 * proves nothing, and few servers have a Chinese font. Answers the path of the file.
 */
export async function writeFontConfig(folder: string): Promise<string> {
  const fonts = join(dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')), '400Regular');
  const path = join(folder, 'fonts.conf');
  const part = join(folder, `part-${randomUUID()}`);
  await writeFile(
    part,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>/usr/share/fonts</dir><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>
</fontconfig>`,
  );
  await rename(part, path);
  return path;
}

/** Whoever may write there decides what is run. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(folder);
  const us = process.getuid?.();
  if ((us === undefined || uid === us) && (mode & 0o022) === 0) return;
  throw new MingchaError(
    'unavailable',
    `浏览器的目录 ${folder} 属于别的用户，或者别人也能写入，不予使用。`,
    '请删除该目录，或改正它的属主和权限（chmod 700）后重试。',
  );
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
