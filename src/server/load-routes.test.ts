import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadRoutes, pairRoutes } from './load-routes.ts';

const endpoint = (path: string) => ({ method: 'GET', path, title: '', who: 'anyone', input: z.object({}), output: z.object({}) });
const handle = async () => ({});
const pair = (contract: Record<string, object>, handlers: Record<string, object>) =>
  pairRoutes(new Map(Object.entries(contract)) as never, new Map(Object.entries(handlers)) as never);

describe('routes read from two folders', () => {
  it('pairs every contract with its handler', async () => {
    const routes = await loadRoutes();
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.map((route) => route.id)).toContain('problem-facets');
  });

  it.each([
    ['a contract without a handler', { a: { a: endpoint('/a') } }, {}, /endpoints\/a 没有处理程序/],
    ['a handler without a contract', {}, { b: { handle } }, /handlers\/b 没有对应的接口约定/],
    ['a handler that exports nothing', { a: { a: endpoint('/a') } }, { a: {} }, /endpoints\/a 没有处理程序/],
    ['two endpoints in one file', { a: { a: endpoint('/a'), b: endpoint('/b') } }, { a: { handle } }, /正好导出一个接口/],
    ['one address twice', { a: { a: endpoint('/a') }, b: { b: endpoint('/a') } }, { a: { handle }, b: { handle } }, /地址 \/a 有两个接口/],
  ])('stops the start on %s', (_, contract, handlers, message) => {
    expect(() => pair(contract, handlers)).toThrow(message);
  });
});
