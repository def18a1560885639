import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import locale from 'antd/locale/zh_CN.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api.ts';
import { router } from './app/router.tsx';
import { giveStylesNonce } from './app/style-nonce.ts';
import { theme } from './app/theme.ts';
import { ME } from './app/use-me.ts';
import './styles.css';

/** Styles that antd writes at run time carry the nonce of this very page; the policy refuses all others. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
giveStylesNonce(nonce);

/** A session that ended meanwhile leads back to signing in, whatever call noticed it. */
const onError = (error: Error): void => {
  if (error instanceof ApiError && error.code === 'not-signed-in') void queries.invalidateQueries({ queryKey: ME });
};
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused once it refuses again; only a missing answer is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.code === 'unreachable',
    },
  },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ConfigProvider locale={locale.default} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
