import { bodiesFile } from '../../app/responsibility/bodies.ts';
import { programmesFile } from '../../app/responsibility/programmes.ts';
import { unitPostsFile } from '../../app/responsibility/unit-posts.ts';
import type { responsibilityFile } from '../../contract/endpoints/responsibility-file.ts';
import type { Handler } from '../handler.ts';

const FILES = { posts: unitPostsFile, bodies: bodiesFile, programmes: programmesFile };

export const handle: Handler<typeof responsibilityFile> = async (app, { areaId, list, ...asked }, _file, { scope }) => ({
  ...(await FILES[list](app, areaId, scope, asked)),
  as: 'document',
});
