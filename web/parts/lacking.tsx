/** What a form still lacks before it can be sent, beside its button that waits; nothing once all is there. */
export function Lacking({ fields }: { fields: readonly (string | false)[] }) {
  const named = fields.filter(Boolean);
  return named.length === 0 ? null : <span className="section-note">还没有填写：{named.join('、')}</span>;
}
