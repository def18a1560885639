import type { Finding } from './types.ts';

/** The rule in plain words: first what a reviewer has to mind, the rest a click away. */
export function Rule({ rule }: { rule: Finding['rule'] }) {
  if (!rule) return <p className="section-note">人工录入，没有对应的自动检查；请按指标原文判断。</p>;
  const [first, ...rest] = rule.lines;
  return (
    <section aria-label="口径">
      <h3 className="drawer-title">口径：{rule.title}</h3>
      <p className="sub">{rule.basis}</p>
      {first && (
        <p>
          <b>{first.name}</b>　{first.text}
        </p>
      )}
      <details className="desk-rule">
        <summary>看什么、界限和例子</summary>
        {rest.map(({ name, text }) => (
          <p key={name}>
            <b>{name}</b>　{text}
          </p>
        ))}
        {rule.fires.length + rule.passes.length > 0 && (
          <ul>
            {rule.fires.map((text) => (
              <li key={text}>列出：{text}</li>
            ))}
            {rule.passes.map((text) => (
              <li key={text}>不列：{text}</li>
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}
