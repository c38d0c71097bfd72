import { CalendarSync, Clock, FlaskConical, Unplug, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { useBegun, workspaceStore } from '../stores/workspace';
import { Button, IconButton } from '../ui/button';
import { datesIn } from '../ui/dates-in';
import { formatCount, formatSpan } from '../ui/figures';

/** What concerns every screen: the connection is gone, the clock is behind, or it is no real one. */
export function Banners() {
  const connection = workspaceStore((store) => store.connection);
  const { clockBehind, testClock, timeZone } = useBegun();
  const now = creditsStore((store) => store.balance?.at ?? null);
  return (
    <>
      {connection.kind === 'lost' ? (
        <Banner icon={<Unplug size={16} aria-hidden />}>{connection.problem}</Banner>
      ) : null}
      {testClock && now !== null ? (
        <Banner icon={<FlaskConical size={16} aria-hidden />}>
          Test workspace: its clock stands at {datesIn(timeZone).moment(now)}, {timeZone}. Nothing
          in it is billed by anyone.
        </Banner>
      ) : null}
      {clockBehind > 0 ? (
        <Banner icon={<Clock size={16} aria-hidden />}>{clockNotice(clockBehind)}</Banner>
      ) : null}
      <RenewalBanner />
    </>
  );
}

/** What a clock that was set back means, from the milliseconds it is behind. */
export function clockNotice(behind: number): string {
  return `The clock of this computer is ${formatSpan(behind)} behind what Tally has already seen. Until it catches up, nothing is granted and nothing lapses; no credit is lost.`;
}

/** What renews by itself within days, and for how much (A14); put away, it is still on the Plan screen. */
function RenewalBanner() {
  const { renewsSoon } = useBegun();
  const onPlan = screenStore((store) => store.screen === 'plan');
  const [putAway, setPutAway] = useState('');
  const [first, ...others] = renewsSoon;
  const all = renewsSoon.join(' ');
  if (first === undefined || onPlan || all === putAway) return null;
  return (
    <Banner
      look="quiet"
      icon={<CalendarSync size={16} aria-hidden />}
      aside={
        <>
          <Button className="-my-1" onClick={() => screenStore.getState().show('plan')}>
            {others.length === 0 ? 'Show the plan' : `${formatCount(others.length)} more`}
          </Button>
          <IconButton label="Put away" className="-my-1" onClick={() => setPutAway(all)}>
            <X size={14} aria-hidden />
          </IconButton>
        </>
      }
    >
      {first}
    </Banner>
  );
}

type BannerProps = {
  look?: 'caution' | 'quiet';
  icon: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
};

function Banner({ look = 'caution', icon, aside = null, children }: BannerProps) {
  const quiet = look === 'quiet';
  return (
    <div
      role="status"
      className={`flex shrink-0 items-center gap-2.5 border-b border-line px-4 py-2 text-sm ${quiet ? 'bg-panel' : 'bg-caution-soft'}`}
    >
      <span className={quiet ? 'text-muted' : 'text-caution'}>{icon}</span>
      <p className="min-w-0 flex-1">{children}</p>
      {aside}
    </div>
  );
}
