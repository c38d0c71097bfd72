import type { Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import { type Cadence, type Contract, mostSeats } from '../../src-shared/billing/plan/plan-terms';
import { CadenceChoice } from '../ui/cadence-choice';
import { Choice, Choices } from '../ui/choice';
import { ContractFields } from '../ui/contract-fields';
import { grantWords, planPriceWords } from '../ui/plan-words';
import { Stepper } from '../ui/stepper';
import { withCadence } from '../ui/with-cadence';
import { cadenceOf, cadencesOf, choiceOf, type PlanChoice } from './plan-choice';

type PlanFieldProps = {
  card: RateCard;
  choice: PlanChoice;
  onChange: (choice: PlanChoice) => void;
  /** The sentence under a figure that can't be meant; null where it can. */
  problemAt: (field: keyof Contract) => string | null;
};

/** The plans of a card and, where a plan leaves them open, how it is billed, for how many, by what contract. */
export function PlanField({ card, choice, onChange, problemAt }: PlanFieldProps) {
  const plan = card.plans.find((candidate) => candidate.id === choice.planId);
  return (
    <section>
      <h2 className="mb-2 text-base font-semibold">Choose a plan</h2>
      <Choices
        label="Plan"
        value={choice.planId}
        onChange={(id) => onChange(choiceOf(card, id, choice.cadence))}
        className="grid grid-cols-2 gap-2"
      >
        {card.plans.map((candidate) => (
          <PlanOption key={candidate.id} plan={candidate} wanted={choice.cadence} />
        ))}
      </Choices>
      {plan === undefined ? null : (
        <OpenFigures plan={plan} choice={choice} onChange={onChange} problemAt={problemAt} />
      )}
    </section>
  );
}

type OpenFiguresProps = Omit<PlanFieldProps, 'card'> & { plan: Plan };

function OpenFigures({ plan, choice, onChange, problemAt }: OpenFiguresProps) {
  const { cadence, contract, seats } = choice;
  return (
    <div className="mt-3 flex max-w-md flex-col items-stretch gap-2.5 empty:hidden">
      {cadencesOf(plan).length > 1 ? (
        <CadenceChoice value={cadence} onChange={(next) => onChange(withCadence(choice, next))} />
      ) : null}
      {contract !== null ? (
        <ContractFields
          contract={contract}
          cadence={cadence}
          onChange={(figures) => onChange({ ...choice, contract: figures })}
          problemAt={problemAt}
        />
      ) : plan.perSeat ? (
        <Stepper
          label="Seats"
          noun="seats"
          value={seats}
          onChange={(next) => onChange({ ...choice, seats: next })}
          least={1}
          most={mostSeats}
          problem={problemAt('seats')}
        />
      ) : null}
    </div>
  );
}

function PlanOption({ plan, wanted }: { plan: Plan; wanted: Cadence }) {
  const cadence = cadenceOf(plan, wanted);
  const terms = plan[cadence];
  const priceCents = plan.kind === 'free' ? null : (terms?.priceCents ?? null);
  const price = { priceCents, cadence, perSeat: plan.perSeat, contract: false };
  return (
    <Choice value={plan.id} label={plan.name} className="px-3 py-2 text-left">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{plan.name}</span>
        {priceCents === null ? null : (
          <span className="text-xs text-muted">{planPriceWords(price)}</span>
        )}
      </span>
      <span className="block text-sm text-muted">
        {terms?.grant.kind === 'fixed'
          ? grantWords(terms.grant, plan.perSeat)
          : 'By contract: enter its figures'}
      </span>
    </Choice>
  );
}
