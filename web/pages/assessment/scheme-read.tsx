import { dayInWords, moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { SOURCES } from './scheme-items.tsx';
import { marks, type SchemeAnswer, type SchemeItem } from './types.ts';

/** 考核方案 as those read it who do not write it: words and figures, no fields. */
export function SchemeRead({ data: { scheme, version, savedBy, savedAt } }: { data: SchemeAnswer }) {
  const narrow = useNarrow();
  const full = scheme.items.reduce((sum, { base }) => sum + base, 0);
  return (
    <Section
      title={scheme.title}
      note={savedBy && savedAt ? `第 ${version} 版　${savedBy}　${moment(savedAt)} 保存` : '系统底稿，办公室还没有保存方案'}
    >
      <p>
        {scheme.documentNumber ?? '无文号'}　{dayInWords(scheme.validFrom)}至{dayInWords(scheme.validTo)}　基本分合计 {marks(full)} 分
      </p>
      {version === 0 && <p className="section-foot">底稿的分值不是任何文件规定的，以办公室保存的方案为准。</p>}
      {narrow ? (
        <ul className="assess-entries">
          {scheme.items.map((item) => (
            <li key={item.id}>
              <b className="wrap">{item.name}</b>　基本分 {marks(item.base)}
              <small className="sub">
                {sourceOf(item)?.label}：{costOf(item)}；{capOf(item)}
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <div className="scroll">
          <table className="figures">
            <thead>
              <tr>
                {['项目', '基本分', '计分依据', '怎样计分', '上限'].map((title) => (
                  <th scope="col" key={title} className={title === '基本分' ? 'num' : undefined}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scheme.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row" className="wrap">
                    {item.name}
                  </th>
                  <td className="num">{marks(item.base)}</td>
                  <td>{sourceOf(item)?.label}</td>
                  <td className="wrap">{costOf(item)}</td>
                  <td>{capOf(item)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const sourceOf = ({ source }: SchemeItem) => SOURCES.find(({ value }) => value === source);

/** 不合格一期扣 1 分，未能认定扣 0.5 分；月度权重 1. */
function costOf(item: SchemeItem): string {
  const { effect, source, points, milder, weights } = item;
  const what = effect === 'deduct' ? '扣' : '加';
  const rule = sourceOf(item);
  if (source === 'hand' || !rule) return `逐笔填写，${what}分`;
  const parts = [`${rule.points}${what} ${marks(points)} 分`];
  if (rule.milder && milder > 0) parts.push(`${rule.milder}${what} ${marks(milder)} 分`);
  const kinds = { month: '月度', quarter: '季度' } as const;
  const weighed = (['month', 'quarter'] as const).flatMap((kind) => (weights[kind] ? [`${kinds[kind]}权重 ${weights[kind]}`] : []));
  return [parts.join('，'), ...weighed].join('；');
}

const capOf = ({ cap, effect }: SchemeItem): string =>
  cap === null ? '不限' : `至多${effect === 'deduct' ? '扣' : '加'} ${marks(cap)} 分`;
