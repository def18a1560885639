import { z } from 'zod';
import type { Route } from './load-routes.ts';
import { pathNames } from './path-names.ts';

/** OpenAPI 3.1 document of the endpoints, made from the same schemas that check every call. */
export function openApi(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Mingcha 明察', version: '0.1.0' },
    paths: Object.fromEntries(routes.map((route) => [route.endpoint.path.replace(/:(\w+)/g, '{$1}'), { get: operation(route) }])),
    components: { schemas: { Error: ERROR } },
  };
}

const ERROR = {
  type: 'object',
  required: ['code', 'message', 'next'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, next: { type: 'string' } },
};

function operation({ id, endpoint }: Route): object {
  const inPath = pathNames(endpoint.path);
  const content =
    endpoint.output === 'bytes'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }) } };
  return {
    operationId: id,
    summary: endpoint.title,
    parameters: Object.entries(endpoint.input.shape).map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name),
      schema: z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }),
    })),
    responses: {
      200: { description: endpoint.title, content },
      default: { description: '错误', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
}
