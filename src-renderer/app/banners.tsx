import { Clock, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBegun, workspaceStore } from '../stores/workspace';
import { formatSpan } from '../ui/figures';

/** What concerns every screen: the connection is gone, or the computer's clock is behind. */
export function Banners() {
  const connection = workspaceStore((store) => store.connection);
  const { clockBehind } = useBegun();
  return (
    <>
      {connection.kind === 'lost' ? (
        <Banner icon={<Unplug size={16} aria-hidden />}>{connection.problem}</Banner>
      ) : null}
      {clockBehind > 0 ? (
        <Banner icon={<Clock size={16} aria-hidden />}>{clockNotice(clockBehind)}</Banner>
      ) : null}
    </>
  );
}

/** What a clock that was set back means, from the milliseconds it is behind. */
export function clockNotice(behind: number): string {
  return `The clock of this computer is ${formatSpan(behind)} behind what Tally has already seen. Until it catches up, nothing is granted and nothing lapses; no credit is lost.`;
}

function Banner({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2.5 border-b border-line bg-caution-soft px-4 py-2 text-sm"
    >
      <span className="text-caution">{icon}</span>
      <p>{children}</p>
    </div>
  );
}
