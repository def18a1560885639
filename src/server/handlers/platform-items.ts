import { viewPlatformItems } from '../../app/views/platform-items.ts';
import type { platformItems } from '../../contract/endpoints/platform-items.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof platformItems> = (app, { areaId, period }) => viewPlatformItems(app, areaId, period);
