/** Says how many letters are too many. A field that cuts what is pasted into it loses the end without a word. */
export function TooLong({ text, most }: { text: string; most: number }) {
  const over = text.trim().length - most;
  if (over <= 0) return null;
  return (
    <p className="is-bad" role="alert">
      最多 {most} 字，已写 {most + over} 字，请删去 {over} 字，详细内容可以作为附件上传。
    </p>
  );
}
