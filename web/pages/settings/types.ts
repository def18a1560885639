import type { z } from 'zod';
import type { settings } from '../../../src/contract/endpoints/settings.ts';

export type SettingsView = z.output<(typeof settings)['output']>;
export type Settings = SettingsView['settings'];

export const KEY = 'settings';
