/** Tally's mark: four strokes and one across. */
export function Mark({ size = 20, className = '' }: { size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <g stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" fill="none">
        <path d="M5 4.5v15M9.7 4v15.5M14.3 4.5V20M19 4v15" />
        <path d="M2 15.5 22 8" className="text-accent" stroke="var(--color-accent)" />
      </g>
    </svg>
  );
}
