import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { picturesUnits } from '../../../src/contract/endpoints/pictures-units.ts';
import { call } from '../../api.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePictureAddress } from './address.ts';
import { AreaStates } from './area-states.tsx';
import type { UnitStates } from './types.ts';

type Tile = UnitStates['groups'][number]['units'][number];

/** Groups of at most this many units stand beside each other. */
const SMALL_GROUP = 4;

/** 单位状态图: one tile a unit, by group as notices list them; colour, sign and word say the worst of what is open with it. */
export function Units({ areaId }: { areaId: string }) {
  const { search, change } = usePictureAddress();
  const { isKnown, range, isWhole } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-units', areaId, range],
    queryFn: ({ signal }) => call<typeof picturesUnits>('/api/areas/:areaId/pictures/units', { areaId, range }, signal),
    enabled: isKnown,
  });
  if (!data) return <Unready error={error} retry={refetch} what="单位状态" />;
  if (isWhole) return <AreaStates picture={data} areaId={areaId} />;
  if (data.groups.length === 0) return <EmptyState title="还没有登记单位" next="导入底册之后，这里每个单位显示一格。" />;
  const groups = data.groups
    .map((group) => ({ ...group, shown: group.units.filter(({ state }) => !search.state || state.code === search.state) }))
    .filter(({ shown }) => shown.length > 0);
  return (
    <>
      <p className="page-note">
        截至{dayInWords(data.today)}，{data.judgedOn ? `最近一次监测${dayInWords(data.judgedOn)}` : '尚未监测'}
        。颜色取该单位未销号问题中最严重的一种；“未检查”不等于没有问题。
      </p>
      <fieldset className="state-legend">
        <legend className="heard">按状态筛选</legend>
        {data.states
          .filter(({ count }) => count > 0)
          .map(({ code, name, count }) => (
            <button
              key={code}
              type="button"
              className={`state-key tile-${code}`}
              aria-pressed={search.state === code}
              onClick={() => change({ state: search.state === code ? undefined : code })}
            >
              {name} {count}
            </button>
          ))}
        {search.state && (
          <button type="button" className="plain" onClick={() => change({ state: undefined })}>
            显示全部
          </button>
        )}
      </fieldset>
      {groups.length === 0 && <EmptyState title="没有这种状态的单位" next="请选择其他状态，或显示全部。" />}
      <div className="unit-groups">
        {groups.map(({ name, units, shown }) => (
          <Section
            key={name}
            className={shown.length <= SMALL_GROUP ? 'group-small' : ''}
            title={name}
            note={shown.length === units.length ? `${units.length} 家` : `${shown.length} / ${units.length} 家`}
          >
            <ul className="tiles">
              {shown.map((unit) => (
                <UnitTile key={unit.id} unit={unit} areaId={areaId} />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  );
}

function UnitTile({ unit, areaId }: { unit: Tile; areaId: string }) {
  const to = (search: Record<string, string>) =>
    ({ to: '/areas/$areaId/ledger', params: { areaId }, search: { unit: unit.id, ...search } }) as const;
  return (
    <li className={`tile tile-${unit.state.code}`}>
      <span className="tile-name">
        {unit.name}
        {unit.parent && <small>{unit.parent}下属</small>}
      </span>
      <span className="tile-state">{unit.state.name}</span>
      <span className="tile-counts">
        {unit.open > 0 ? (
          <Link {...to({ stock: 'yes' })}>
            <span className="heard">{unit.name}</span>未销号 {unit.open}
          </Link>
        ) : (
          <span>{unit.channels === 0 ? '' : `查到 ${unit.judged} / ${unit.channels}`}</span>
        )}
        {unit.late > 0 && (
          <Link {...to({ overdue: 'yes' })}>
            <span className="heard">{unit.name}</span>逾期 {unit.late}
          </Link>
        )}
      </span>
    </li>
  );
}
