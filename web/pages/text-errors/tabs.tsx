import { Link } from '@tanstack/react-router';

const TABS = [
  { to: '/areas/$areaId/text-errors', name: '错情复核' },
  { to: '/areas/$areaId/wording', name: '词表维护' },
  { to: '/areas/$areaId/directory', name: '单位名录与指南' },
  { to: '/areas/$areaId/key-sweeps', name: '定期排查' },
  { to: '/areas/$areaId/external-hosts', name: '外部链接' },
] as const;

/** The pages of text quality. */
export function TextTabs({ areaId }: { areaId: string }) {
  return (
    <nav className="text-tabs" aria-label="文字质量">
      {TABS.map(({ to, name }) => (
        <Link key={to} to={to} params={{ areaId }} search={{}} activeOptions={{ includeSearch: false }} className="text-tab">
          {name}
        </Link>
      ))}
    </nav>
  );
}
