import { z } from 'zod';
import type { Route } from './load-routes.ts';
import { pathNames } from './path-names.ts';

/** OpenAPI 3.1 document of the endpoints, made from the same schemas that check every call. */
export function openApi(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Mingcha 明察', version: '0.1.0' },
    paths: Object.fromEntries(
      routes.map((route) => [route.endpoint.path.replace(/:(\w+)/g, '{$1}'), { [route.endpoint.method.toLowerCase()]: operation(route) }]),
    ),
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
  const inBody = endpoint.method === 'POST' && !endpoint.file;
  const fields = Object.entries(endpoint.input.shape);
  const body = z.object(Object.fromEntries(fields.filter(([name]) => !inPath.has(name))) as Record<string, z.ZodType>);
  const content =
    endpoint.output === 'bytes'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }) } };
  return {
    operationId: id,
    summary: endpoint.title,
    parameters: fields
      .filter(([name]) => !inBody || inPath.has(name))
      .map(([name, schema]) => ({
        name,
        in: inPath.has(name) ? 'path' : 'query',
        required: inPath.has(name),
        schema: z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }),
      })),
    ...(inBody
      ? { requestBody: { content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) } } } }
      : {}),
    ...(endpoint.file ? { requestBody: { content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      200: { description: endpoint.title, content },
      default: { description: '错误', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
}
