import { type NavigateOptions, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Loading } from '../parts/loading.tsx';

/** Leads elsewhere, once: a `Navigate` that is drawn again while the other page is loaded would set out again from there. */
export function Go({ to }: { to: NavigateOptions }) {
  const navigate = useNavigate();
  const gone = useRef(false);
  useEffect(() => {
    if (gone.current) return;
    gone.current = true;
    void navigate({ ...to, replace: true });
  });
  return <Loading />;
}
