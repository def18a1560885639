import type { z } from 'zod';
import type { directory } from '../../../src/contract/endpoints/directory.ts';
import type { guidesToUpdate } from '../../../src/contract/endpoints/guides-to-update.ts';

export type Directory = z.output<(typeof directory)['output']>;
export type Contact = Directory['contacts'][number];
export type PostHolder = Directory['postHolders'][number];
export type Change = Directory['changes'][number];
export type GuideToUpdate = z.output<(typeof guidesToUpdate)['output']>[number];
export type Kind = 'contact' | 'post-holder' | 'former-name';

/** A record a person is about to change; `id` null = a new one. */
export interface Editing {
  kind: Kind;
  id: string | null;
  /** Whose contact record it is; null = the hall. Post-holders have their unit among the values. */
  unitId: string | null;
  /** What the drawer is headed with. */
  title: string;
  values: Readonly<Record<string, string>>;
}

/** What a list can be asked to do. */
export interface Acts {
  edit(editing: Editing): void;
  remove(kind: Kind, id: string): void;
  /** `label`: what the reader knows the record by. */
  history(of: { id: string; label: string }): void;
  /** Somebody has said who is at work, and nothing is under way. */
  ready: boolean;
}
