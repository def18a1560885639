/** How many have done it and how many have it, of those asked; the numbers stand beside it in words. */
export function Progress({ done, received, asked }: { done: number; received: number; asked: number }) {
  const share = (n: number): string => `${asked === 0 ? 0 : (n / asked) * 100}%`;
  return (
    <svg className="prompt-progress" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="prompt-progress-received" width={share(received)} height="4" />
      <rect className="prompt-progress-done" width={share(done)} height="4" />
    </svg>
  );
}
