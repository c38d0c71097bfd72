type PromptTextProps = { children: string; lines?: 1 | 2 | 3; className?: string };

const clamps = { 1: 'line-clamp-1', 2: 'line-clamp-2', 3: 'line-clamp-3' } as const;

/**
 * A person's prompt, shown as text only: kept apart from the text around it, so that right-to-left
 * marks inside it turn nothing else over, and cut at a number of lines.
 */
export function PromptText({ children, lines, className = '' }: PromptTextProps) {
  const clamp = lines === undefined ? 'whitespace-pre-wrap' : clamps[lines];
  return (
    <bdi dir="auto" className={`wrap-anywhere [unicode-bidi:isolate] ${clamp} ${className}`}>
      {children}
    </bdi>
  );
}
