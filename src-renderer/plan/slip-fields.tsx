import { useId } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { mostUnits } from '../../src-shared/billing/plan/order-units';
import { type Cadence, mostSeats } from '../../src-shared/billing/plan/plan-terms';
import type { OrderWish, PlanState } from '../../src-shared/contract/plan';
import type { Slip } from '../stores/slip';
import { CadenceChoice } from '../ui/cadence-choice';
import { ContractFields } from '../ui/contract-fields';
import { Field } from '../ui/field';
import { Stepper } from '../ui/stepper';
import { withCadence } from '../ui/with-cadence';
import { changeWish } from './order-actions';
import { problemAt, type SlipField } from './slip-problems';
import { cadencesOffered } from './wishes';

type SlipFieldsProps = { slip: Slip; plan: PlanState };

/** What can still be chosen in a slip: how many, which name, how billed, which contract. */
export function SlipFields({ slip, plan }: SlipFieldsProps) {
  const { wish, refusal } = slip;
  const problem = (field: SlipField) => problemAt(wish, refusal, field);
  switch (wish.kind) {
    case 'start-plan':
    case 'change-plan':
      return <PlanFields wish={wish} plan={plan} problem={problem} />;
    case 'add-seat':
      return wish.seat === null ? <NameField wish={wish} /> : null;
    case 'buy-units':
    case 'cancel-units':
    case 'keep-units':
      return <CountField wish={wish} plan={plan} problem={problem('count')} />;
    case 'end-plan':
    case 'keep-plan':
    case 'remove-seat':
    case 'buy-pack':
      return null;
    default:
      return assertNever(wish);
  }
}

type WishOf<Kind extends OrderWish['kind']> = Extract<OrderWish, { kind: Kind }>;

type PlanFieldsProps = {
  wish: WishOf<'start-plan'> | WishOf<'change-plan'>;
  plan: PlanState;
  problem: (field: SlipField) => string | null;
};

function PlanFields({ wish, plan, problem }: PlanFieldsProps) {
  const { planId, cadence, contract } = wish;
  const offered = cadencesOffered(plan, planId);
  const perSeat = plan.plans.some((offer) => offer.planId === planId && offer.perSeat);
  const choose = (next: Cadence) => changeWish(withCadence(wish, next));
  const hasFields = offered.length > 1 || contract !== null || perSeat;
  if (!hasFields) return null;
  return (
    <div className="flex flex-col gap-2.5">
      {offered.length > 1 ? (
        <Field label="Billed" aside={<CadenceChoice value={cadence} onChange={choose} />}>
          {null}
        </Field>
      ) : null}
      {contract !== null ? (
        <ContractFields
          contract={contract}
          cadence={cadence}
          onChange={(figures) => changeWish({ ...wish, contract: figures })}
          problemAt={problem}
        />
      ) : wish.kind === 'start-plan' && perSeat ? (
        <Stepper
          label="Seats"
          noun="seats"
          value={wish.seats}
          onChange={(seats) => changeWish({ ...wish, seats })}
          least={1}
          most={mostSeats}
          problem={problem('seats')}
        />
      ) : null}
    </div>
  );
}

function NameField({ wish }: { wish: WishOf<'add-seat'> }) {
  const id = useId();
  return (
    <Field label="Name of the seat" controlId={id}>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={80}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the name is the one thing to enter
        autoFocus
        placeholder="Whose it is; may be left empty"
        value={wish.name}
        onChange={(event) => changeWish({ ...wish, name: event.target.value })}
        className="h-8 w-full rounded-md border border-edge/60 bg-paper px-2.5"
      />
    </Field>
  );
}

type CountFieldProps = {
  wish: WishOf<'buy-units'> | WishOf<'cancel-units'> | WishOf<'keep-units'>;
  plan: PlanState;
  problem: string | null;
};

function CountField({ wish, plan, problem }: CountFieldProps) {
  return (
    <Stepper
      label="Units"
      noun="units"
      value={wish.count}
      onChange={(count) => changeWish({ ...wish, count })}
      least={1}
      most={mostOf(wish, plan)}
      problem={problem}
    />
  );
}

/** How many units can be meant: any sensible number to buy, those that renew to cancel, the cancelled to keep. */
function mostOf(wish: CountFieldProps['wish'], plan: PlanState): number {
  if (wish.kind === 'buy-units') return mostUnits;
  const units = plan.units.find((each) => each.unit === wish.unit);
  if (units === undefined) return wish.count;
  return wish.kind === 'keep-units' ? units.cancelled : units.count - units.cancelled;
}
