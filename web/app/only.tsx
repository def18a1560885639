import type { ReactNode } from 'react';
import type { Who } from '../../src/contract/who.ts';
import { useMay } from './use-may.ts';

/** What only these roles may do is not offered to the others. */
export const Only = ({ who, children }: { who: Who; children: ReactNode }) => (useMay(who) ? children : null);
