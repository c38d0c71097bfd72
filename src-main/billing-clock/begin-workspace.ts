import type { RateCard } from '../../src-shared/billing/rate-card';
import { grantOf, type Subscription } from '../../src-shared/billing/subscription';
import type { Refusal } from '../../src-shared/refusal';
import { write } from '../store/write';
import type { BillingClock, BillingClockPorts } from './billing-clock';
import { ownSeat } from './workspace-store';

/** What the person chose on the welcome screen. */
export type FirstChoice = {
  readonly cardId: string;
  readonly planId: string;
  readonly cadence: Subscription['cadence'];
  readonly timeZone: string;
};

/**
 * Starts the plan now and posts its first grant. It happens once: the same choice again changes
 * nothing, another one is refused.
 */
export function beginWorkspace(
  ports: Pick<BillingClockPorts, 'database' | 'workspace' | 'time'> & {
    readonly clock: BillingClock;
  },
  cards: readonly RateCard[],
  choice: FirstChoice,
): Refusal | null {
  const begun = ports.workspace.read();
  if (begun !== null) {
    const { planId, cadence } = begun.subscription;
    const same =
      begun.card.id === choice.cardId && planId === choice.planId && cadence === choice.cadence;
    return same ? null : { code: 'workspace-already-begun', cardId: begun.card.id, planId };
  }
  const card = cards.find((candidate) => candidate.id === choice.cardId);
  if (card === undefined) {
    return { code: 'card-unknown', cardId: choice.cardId, known: cards.map(({ id }) => id) };
  }
  const plan = card.plans.find((candidate) => candidate.id === choice.planId);
  if (plan?.kind === 'contract') return { code: 'plan-needs-contract', planId: plan.id };
  const grant = plan === undefined ? null : grantOf(plan, choice.cadence);
  if (plan === undefined || grant === null) {
    const known = card.plans
      .filter((candidate) => grantOf(candidate, choice.cadence) !== null)
      .map(({ id }) => id);
    return { code: 'plan-unknown', planId: choice.planId, known };
  }
  const subscription: Subscription = {
    id: 'subscription-1',
    planId: plan.id,
    cadence: choice.cadence,
    anchor: ports.time.now(),
    timeZone: choice.timeZone,
    wallets: [ownSeat],
    grant,
  };
  write(ports.database, () => ports.workspace.begin(card, subscription));
  ports.clock.catchUp();
  return null;
}
