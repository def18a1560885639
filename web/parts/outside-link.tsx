import type { ReactNode } from 'react';

/** A link to a site we watch. Only web addresses: what a page said its address was is not to be trusted with anything else. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      <span className="out" aria-hidden="true">
        ↗
      </span>
    </a>
  );
}
