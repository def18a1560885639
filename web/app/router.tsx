import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { Frame } from './frame.tsx';
import { parseSearch, type Search, stringifySearch } from './search.ts';
import { Start } from './start.tsx';

const root = createRootRoute({ validateSearch: (search: Record<string, unknown>) => search as Search, notFoundComponent: NotFound });
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../pages/sign-in/page.tsx'), 'Page'),
});
const area = createRoute({ getParentRoute: () => root, path: '/areas/$areaId', component: Frame });

const page = <const P extends string>(path: P, load: () => Promise<{ Page: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => area, path, component: lazyRouteComponent(load, 'Page') });

const tree = root.addChildren([
  start,
  signIn,
  area.addChildren([
    page('/me', () => import('../pages/me/page.tsx')),
    page('/users', () => import('../pages/users/page.tsx')),
    page('/trail', () => import('../pages/trail/page.tsx')),
    page('/overview', () => import('../pages/overview/page.tsx')),
    page('/pictures', () => import('../pages/pictures/page.tsx')),
    page('/my-unit', () => import('../pages/my-unit/page.tsx')),
    page('/ledger', () => import('../pages/ledger/page.tsx')),
    page('/draws', () => import('../pages/draws/page.tsx')),
    page('/units', () => import('../pages/units/page.tsx')),
    page('/rectification', () => import('../pages/rectification/page.tsx')),
    page('/stock', () => import('../pages/rectification/stock-page.tsx')),
    page('/desk', () => import('../pages/desk/page.tsx')),
    page('/cards', () => import('../pages/cards/page.tsx')),
    page('/raw-findings', () => import('../pages/raw-findings/page.tsx')),
    page('/channels', () => import('../pages/channels/page.tsx')),
    page('/accounts', () => import('../pages/accounts/page.tsx')),
    page('/notices', () => import('../pages/notices/page.tsx')),
    page('/notices/$noticeId', () => import('../pages/notices/notice-page.tsx')),
    page('/assessment', () => import('../pages/assessment/page.tsx')),
    page('/messages', () => import('../pages/messages/page.tsx')),
    page('/prompts', () => import('../pages/prompts/page.tsx')),
    page('/settings', () => import('../pages/settings/page.tsx')),
    page('/import', () => import('../pages/import/page.tsx')),
    page('/audit', () => import('../pages/audit/page.tsx')),
    page('/proof', () => import('../pages/proof/page.tsx')),
    page('/text-errors', () => import('../pages/text-errors/page.tsx')),
    page('/wording', () => import('../pages/wording/page.tsx')),
    page('/directory', () => import('../pages/directory/page.tsx')),
    page('/external-hosts', () => import('../pages/external-hosts/page.tsx')),
    page('/key-sweeps', () => import('../pages/wording/sweeps-page.tsx')),
    page('/notices/$noticeId/edit', () => import('../pages/notices/editor/page.tsx')),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error }) => <ErrorState error={error} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
