import { readdir } from 'node:fs/promises';
import type { Endpoint } from '../contract/endpoint.ts';
import { MingchaError } from '../core/error.ts';
import type { Handler } from './handler.ts';

/** An endpoint with what answers it. */
export interface Route {
  id: string;
  endpoint: Endpoint;
  handle: Handler<Endpoint>;
}

const CONTRACT = new URL('../contract/endpoints/', import.meta.url);
const HANDLERS = new URL('./handlers/', import.meta.url);

/** Reads both folders and pairs them by file name. Throws 'internal' naming the file that lacks its other half. */
export async function loadRoutes(): Promise<Route[]> {
  return pairRoutes(await modulesIn(CONTRACT), await modulesIn(HANDLERS));
}

/** The pairing apart from the reading, so that a gap can be shown to stop the start. */
export function pairRoutes(contract: ReadonlyMap<string, Module>, handlers: ReadonlyMap<string, Module>): Route[] {
  const lost = [...handlers.keys()].find((id) => !contract.has(id));
  if (lost) throw stop(`处理程序 handlers/${lost} 没有对应的接口约定`, `请添加 src/contract/endpoints/${lost}.ts，或删除该处理程序`);
  const routes = [...contract].map(([id, module]): Route => {
    const [endpoint, ...more] = Object.values(module).filter(isEndpoint);
    if (!endpoint || more.length > 0) throw stop(`接口约定 endpoints/${id} 应当正好导出一个接口`, '请每个接口一个文件');
    const handle = handlers.get(id)?.handle;
    if (typeof handle !== 'function')
      throw stop(`接口约定 endpoints/${id} 没有处理程序`, `请添加 src/server/handlers/${id}.ts 并导出 handle`);
    return { id, endpoint, handle: handle as Handler<Endpoint> };
  });
  const key = ({ endpoint }: Route): string => `${endpoint.method} ${endpoint.path}`;
  const doubled = routes.find((route, i) => routes.findIndex((other) => key(other) === key(route)) !== i);
  if (doubled) throw stop(`地址 ${doubled.endpoint.path} 有两个接口`, '请改用不同的地址');
  return routes;
}

type Module = Readonly<Record<string, unknown>>;

async function modulesIn(folder: URL): Promise<Map<string, Module>> {
  const files = (await readdir(folder)).filter((file) => /^[a-z-]+\.(ts|js)$/.test(file)).toSorted();
  return new Map(
    await Promise.all(
      files.map(
        async (file): Promise<[string, Module]> => [file.replace(/\.\w+$/, ''), (await import(new URL(file, folder).href)) as Module],
      ),
    ),
  );
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

const stop = (message: string, next: string): MingchaError => new MingchaError('internal', `${message}。`, `${next}。`);
