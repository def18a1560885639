import type { Box } from './tree.ts';

/** True for a box that its own markup hides: a tab not yet opened, the twin of a list for another screen. */
export function isHidden({ attributes }: Box): boolean {
  return attributes.hidden !== undefined || /display\s*:\s*none/i.test(attributes.style ?? '');
}
