import { loadRoutes } from './load-routes.ts';

/** What each endpoint is called, by its name: the words of the trail. */
export async function endpointTitles(): Promise<ReadonlyMap<string, string>> {
  titles ??= loadRoutes().then((routes) => new Map(routes.map(({ id, endpoint }) => [id, endpoint.title])));
  return titles;
}
let titles: Promise<ReadonlyMap<string, string>> | undefined;
