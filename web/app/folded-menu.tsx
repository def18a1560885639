import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { AreaSelect } from './area-select.tsx';
import { PageLink } from './menu.tsx';
import { navFor } from './nav.ts';
import { useOnlooker } from './use-onlooker.ts';

/** The menu behind one button, where the head is too narrow for it: every page under its group, and the area. */
export function FoldedMenu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const me = useOnlooker();
  const href = useLocation({ select: ({ pathname }) => pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page was opened, which is what the menu was for
  useEffect(() => setOpen(false), [href]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere within; every control inside is a real one
    <div className="folded" onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      <button
        ref={button}
        type="button"
        className="nav folded-open"
        aria-expanded={open}
        aria-controls="folded-menu"
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden>{open ? '✕' : '☰'}</span> 菜单
      </button>
      {open && (
        <div className="folded-menu" id="folded-menu">
          <AreaSelect />
          <nav aria-label="页面">
            {navFor(me).map(({ name, pages }) => (
              <section key={name} aria-label={name}>
                {pages.length > 1 && <p>{name}</p>}
                <ul>
                  {pages.map((page) => (
                    <li key={page.to}>
                      <PageLink page={page} className="folded-page" />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
        </div>
      )}
    </div>
  );
}
