import { viewUnitPosts } from '../../app/responsibility/unit-posts.ts';
import type { unitPosts } from '../../contract/endpoints/unit-posts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof unitPosts> = (app, { areaId }, _file, { scope }) => viewUnitPosts(app, areaId, scope);
