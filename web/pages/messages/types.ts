import type { messageSetUp } from '../../../src/contract/endpoints/message-set-up.ts';
import type { call } from '../../api.ts';

export type SetUpView = Awaited<ReturnType<typeof call<typeof messageSetUp>>>;
