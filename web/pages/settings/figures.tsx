import { SettingsPart } from './save-bar.tsx';
import type { SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

type Figure = SettingsView['unsureFigures'][number];

/** 指标核实: figures that came from memory or a single copy decide nothing before somebody has compared them with the document. */
export function Figures({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['sheet']);
  const { confirmed } = draft.sheet;
  const isConfirmed = ({ key, clause }: Figure) => confirmed.includes(key) || confirmed.includes(clause);
  const set = (figure: Figure, on: boolean) => put('sheet', { confirmed: on ? [...confirmed, figure.key] : without(figure) });
  /** Where the clause was confirmed as a whole, its other figures stay confirmed one by one. */
  const without = ({ key, clause }: Figure) => {
    const others = confirmed.includes(clause) ? data.unsureFigures.filter((one) => one.clause === clause).map((one) => one.key) : [];
    return [...new Set([...confirmed, ...others])].filter((one) => one !== key && one !== clause);
  };
  const clauses = [...new Map(data.unsureFigures.map((figure) => [figure.clause, figure.title]))];
  const left = data.unsureFigures.filter((figure) => !isConfirmed(figure)).length;
  return (
    <SettingsPart
      title="尚未同官方文本核对的数值"
      note={clauses.length === 0 ? '现行检查方案没有待核实的数值' : left === 0 ? '已全部核实' : `还有 ${left} 项未核实`}
      saving={saving}
    >
      <p className="section-note">
        以下数值凭记忆或仅一份副本录入。核实之前，单项否决的数值不据以判为不合格，扣分、加分的分值不据以出总分。请找到文件原文，数值一致的打勾。
      </p>
      {clauses.map(([clause, title]) => (
        <fieldset key={clause} className="settings-figures">
          <legend>
            {clause} {title}
          </legend>
          {data.unsureFigures
            .filter((figure) => figure.clause === clause)
            .map((figure) => (
              <label key={figure.key} className="settings-switch">
                <input type="checkbox" checked={isConfirmed(figure)} onChange={(event) => set(figure, event.target.checked)} />
                <span>
                  {wordsOf(figure)}
                  <span className="sub">{figure.mark}</span>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </SettingsPart>
  );
}

const wordsOf = ({ condition, points, each }: Figure): string =>
  condition === null ? (points === null ? '条款所写的数值' : `满分 ${points} 分`) : `${condition}：${each ? '每处 ' : ''}${points} 分`;
