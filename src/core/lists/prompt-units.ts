/** How far a unit has come with a prompt, whatever its speed. */
export const PROMPT_DONE = { received: '已确认收到', done: '已完成', undone: '未完成' } as const;

interface PromptUnit {
  receivedAt: string | null;
  doneAt: string | null;
  speed: { code: string };
}

/** The units of a prompt asked for: by how far they have come, or by how fast they were. */
export const listedPromptUnits = <R extends PromptUnit>(rows: readonly R[], asked: string | undefined): R[] =>
  rows.filter(({ receivedAt, doneAt, speed }) => {
    if (!asked) return true;
    if (asked === 'received') return receivedAt !== null;
    if (asked === 'done') return doneAt !== null;
    return asked === 'undone' ? doneAt === null : speed.code === asked;
  });
