import type { CDPSession } from 'playwright-core';
import { DEVICES, type Device } from './devices.ts';
import type { Insider } from './inside.ts';
import type { BrowserLimits } from './limits.ts';
import type { Picture } from './rendering.ts';
import { withinMs } from './within.ts';

const QUALITIES = [60, 35, 15];
const WIDEST = 2_400;
const PICTURE_MS = 10_000;

/** A picture of what the page shows, from its top; null when none small enough could be taken in time. */
export async function takePicture(session: CDPSession, inside: Insider, device: Device, limits: BrowserLimits): Promise<Picture | null> {
  const { width, height } = DEVICES[device];
  try {
    const contentWidth = await inside.contentWidth();
    const { cssContentSize } = await withinMs(session.send('Page.getLayoutMetrics'), PICTURE_MS);
    const clip = {
      x: 0,
      y: 0,
      width: Math.min(Math.max(width, contentWidth), WIDEST),
      height: Math.min(Math.max(height, Math.ceil(cssContentSize.height)), limits.pictureHeight),
      scale: 1,
    };
    for (const quality of QUALITIES) {
      const shot = session.send('Page.captureScreenshot', { format: 'webp', quality, clip, captureBeyondViewport: true });
      const bytes = Buffer.from((await withinMs(shot, PICTURE_MS)).data, 'base64');
      if (bytes.length <= limits.pictureBytes) return { bytes, device, width, height, contentWidth };
    }
  } catch {
    // The page went away or was too busy to be drawn; a look without a picture is a look.
  }
  return null;
}
