const apple = navigator.userAgent.includes('Macintosh');

/** A shortcut as it stands on this keyboard; `mod` is Command on a Mac and Control elsewhere. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded-sm border border-line bg-paper px-1 text-center font-sans text-xs text-muted"
        >
          {key === 'mod' ? (apple ? '⌘' : 'Ctrl') : key}
        </kbd>
      ))}
    </span>
  );
}
