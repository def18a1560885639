import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app/open.ts';
import { countReader } from '../app/public/count-reader.ts';
import { viewOf } from '../app/public/frame.ts';
import { publicInspectionPage, publicInspectionsPage } from '../app/public/inspections.ts';
import { missingPage } from '../app/public/missing.ts';
import { publicListPage, publicNoticePage } from '../app/public/pages.ts';
import { readPublicFile } from '../app/public/read-public.ts';
import { PUBLIC_STYLE } from '../app/public/style.ts';
import { MingchaError } from '../core/error.ts';
import { sendFile } from './send-file.ts';

/** No scripts at all, nothing from elsewhere; the widths of table columns stand in the markup. */
const POLICY =
  "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const YEAR_SECONDS = 365 * 24 * 3600;

type Place = { areaId: string; noticeId: string };

/** 公开页面: issued notices for everyone, as plain pages. */
export function servePublic(server: FastifyInstance, app: App): void {
  server.get('/public/style.css', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css').send(PUBLIC_STYLE),
  );
  server.get<{ Params: Place }>('/public/:areaId', async (request, reply) => {
    const { areaId } = request.params;
    return answer(request, reply, (view) => publicListPage(app, areaId, view));
  });
  serveInspections(server, app);
  server.get<{ Params: Place }>('/public/:areaId/:noticeId', async (request, reply) => {
    const { areaId, noticeId } = request.params;
    return answer(request, reply, async (view) => {
      // One count a session: a mark on this very page, without a name, gone when the browser closes (seeds B07).
      if (cookie(request, 'read') === undefined) {
        await countReader(app, areaId, noticeId);
        setCookie(reply, `read=1; Path=/public/${encodeURIComponent(areaId)}/${encodeURIComponent(noticeId)}`);
      }
      return publicNoticePage(app, areaId, noticeId, view);
    });
  });
  server.get<{ Params: Place & { ending: string } }>('/public/:areaId/:noticeId/files/:ending', async (request, reply) => {
    const { areaId, noticeId, ending } = request.params;
    return sendFile(reply, { ...(await readPublicFile(app, areaId, noticeId, ending)), as: 'document' });
  });
}

/** 双随机复查结果: what was drawn, the outcome of each problem, and the draw held again. */
function serveInspections(server: FastifyInstance, app: App): void {
  server.get<{ Params: Pick<Place, 'areaId'> }>('/public/:areaId/inspections', async (request, reply) =>
    answer(request, reply, (view) => publicInspectionsPage(app, request.params.areaId, view)),
  );
  for (const repeat of [false, true])
    server.get<{ Params: Pick<Place, 'areaId'> & { drawId: string } }>(
      `/public/:areaId/inspections/:drawId${repeat ? '/repeat' : ''}`,
      async (request, reply) => {
        const { areaId, drawId } = request.params;
        return answer(request, reply, (view) => publicInspectionPage(app, areaId, drawId, repeat, view));
      },
    );
}

async function answer(
  request: FastifyRequest<{ Params: Pick<Place, 'areaId'> }>,
  reply: FastifyReply,
  page: (view: ReturnType<typeof viewOf>) => Promise<string>,
): Promise<FastifyReply> {
  if (switched(request, reply)) return reply;
  const view = viewOf(cookie(request, 'view'));
  try {
    return sendPage(reply, await page(view));
  } catch (error) {
    if (!(error instanceof MingchaError) || error.code !== 'not-found') throw error;
    return sendPage(reply.code(404), missingPage(request.params.areaId, view, error));
  }
}

/** A choice of size is kept as a word in a cookie and the reader led back to the page. */
function switched(request: Pick<FastifyRequest, 'query' | 'url'>, reply: FastifyReply): boolean {
  const { view } = request.query as { view?: string };
  if (view === undefined) return false;
  setCookie(reply, `view=${viewOf(view)}; Path=/public; Max-Age=${YEAR_SECONDS}`);
  reply.redirect(request.url.split('?')[0] as string, 303);
  return true;
}

function setCookie(reply: FastifyReply, pair: string): void {
  reply.header('set-cookie', `${pair}; SameSite=Lax; HttpOnly`);
}

function cookie(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(html);
}
