import { resend } from '../../app/messages/inbox.ts';
import type { messagesResend } from '../../contract/endpoints/messages-resend.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesResend> = async (app, { areaId, ids }) => ({ again: await resend(app, areaId, ids) });
