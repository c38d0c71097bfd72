import type { Plan, RateCard } from '../../src-shared/billing/rate-card';
import { Choice, Choices } from '../ui/choice';
import { formatCredits, formatMoney } from '../ui/figures';
import { type Cadence, cadenceOf, cadencesOf, type PlanChoice } from './plan-choice';

type PlanFieldProps = {
  card: RateCard;
  choice: PlanChoice;
  onPlan: (planId: string, cadence: Cadence) => void;
};

/** The plans of a card and, where a plan has both, how often it is billed. */
export function PlanField({ card, choice, onPlan }: PlanFieldProps) {
  const plan = card.plans.find((candidate) => candidate.id === choice.planId);
  const choosePlan = (id: string) => {
    const next = card.plans.find((candidate) => candidate.id === id);
    if (next !== undefined) onPlan(next.id, cadenceOf(next, choice.cadence));
  };
  return (
    <section>
      <h2 className="mb-2 text-base font-semibold">Choose a plan</h2>
      <Choices
        label="Plan"
        value={choice.planId}
        onChange={choosePlan}
        className="grid grid-cols-2 gap-2"
      >
        {card.plans.map((candidate) => (
          <PlanOption key={candidate.id} plan={candidate} cadence={choice.cadence} />
        ))}
      </Choices>
      {plan !== undefined && cadencesOf(plan).length > 1 ? (
        <CadenceField
          value={choice.cadence}
          onChange={(cadence) => onPlan(choice.planId, cadence)}
        />
      ) : null}
    </section>
  );
}

function PlanOption({ plan, cadence }: { plan: Plan; cadence: Cadence }) {
  const shown = cadenceOf(plan, cadence);
  const terms = plan[shown];
  const contract = plan.kind === 'contract' || terms?.grant.kind !== 'fixed';
  const money = formatMoney(terms?.priceCents ?? null);
  return (
    <Choice value={plan.id} label={plan.name} disabled={contract} className="px-3 py-2 text-left">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{plan.name}</span>
        {contract || plan.kind === 'free' || money === null ? null : (
          <span className="text-xs text-muted">
            {money} a {shown === 'annual' ? 'year' : 'month'}
            {plan.perSeat ? ' a seat' : ''}
          </span>
        )}
      </span>
      <span className="block text-sm text-muted">
        {contract ? 'By contract; can’t be started here' : grantWords(plan, shown)}
      </span>
    </Choice>
  );
}

/** What a plan grants and how often, in words. */
export function grantWords(plan: Plan, cadence: Cadence): string {
  const grant = plan[cadence]?.grant;
  if (grant?.kind !== 'fixed') return '';
  const often = grant.everyMonths === 12 ? 'a year, at once' : 'a month';
  return `${formatCredits(grant.credits)} ${often}${plan.perSeat ? ', each seat' : ''}`;
}

function CadenceField({
  value,
  onChange,
}: {
  value: Cadence;
  onChange: (cadence: Cadence) => void;
}) {
  return (
    <Choices
      label="Billed"
      value={value}
      onChange={(next) => onChange(next === 'annual' ? 'annual' : 'monthly')}
      className="mt-2 flex gap-1"
    >
      <Choice value="monthly" className="px-3 py-1 text-sm">
        Monthly
      </Choice>
      <Choice value="annual" className="px-3 py-1 text-sm">
        Annual
      </Choice>
    </Choices>
  );
}
