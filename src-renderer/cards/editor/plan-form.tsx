import type { DraftOffer, DraftPlan } from '../card-draft';
import { cardsStore } from '../cards-store';
import { placeOf } from '../draft-data';
import { changeLine } from '../edit-lines';
import { lineName } from '../line-names';
import { PlanMarginTable } from '../plan-margins';
import { useEditor } from './editor-context';
import { Box, DollarBox, Faults, Options, Tick } from './fields';
import { LineCard } from './line-card';
import { RolloverFields } from './rollover-fields';

type Cadence = 'monthly' | 'annual';

/** A plan: what it grants, what it costs, and what it leaves. */
export function PlanForm({ plan }: { plan: DraftPlan }) {
  const { key, perSeat, rollover } = plan;
  const change = (fields: Partial<DraftPlan>) =>
    cardsStore.getState().edit((draft) => changeLine(draft, 'plans', key, fields));
  return (
    <LineCard list="plans" line={plan} onRename={(name) => change({ name })}>
      <OfferRow plan={plan} cadence="monthly" onChange={(monthly) => change({ monthly })} />
      <OfferRow plan={plan} cadence="annual" onChange={(annual) => change({ annual })} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <RolloverFields
          place={placeOf('plans', key, 'rollover')}
          name={plan.name}
          rollover={rollover}
          onChange={(next) => change({ rollover: next })}
        />
        <Tick checked={perSeat} onChange={(next) => change({ perSeat: next })}>
          Each seat gets this, and is billed for it
        </Tick>
      </div>
      <PlanMarginOf plan={plan} />
    </LineCard>
  );
}

type OfferRowProps = { plan: DraftPlan; cadence: Cadence; onChange: (offer: DraftOffer) => void };

function OfferRow({ plan, cadence, onChange }: OfferRowProps) {
  const offer = plan[cadence];
  const place = (...field: string[]) => placeOf('plans', plan.key, cadence, ...field);
  const name = `${plan.name}, ${cadence}`;
  const change = (fields: Partial<DraftOffer>) => onChange({ ...offer, ...fields });
  return (
    <div>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="w-24">
          <Tick id={place()} checked={offer.offered} onChange={(offered) => change({ offered })}>
            {cadence === 'monthly' ? 'Monthly' : 'Annual'}
          </Tick>
        </span>
        {offer.offered ? null : <span className="text-muted">not offered</span>}
        {offer.offered && offer.contract ? (
          <span className="text-muted">credits and price by contract</span>
        ) : null}
        {offer.offered && !offer.contract ? (
          <>
            <span className="flex items-center gap-2">
              <Box
                place={place('grant', 'credits')}
                name={`Credits of ${name}`}
                value={offer.credits}
                onChange={(credits) => change({ credits })}
                figures
                className="w-24"
              />
              {cadence === 'monthly' ? (
                'credits a month'
              ) : (
                <>
                  credits
                  <Options
                    place={place('grant', 'everyMonths')}
                    name={`When the credits of ${name} come`}
                    value={offer.everyMonths === 12 ? 'year' : 'month'}
                    options={[
                      { id: 'month', name: 'each month' },
                      { id: 'year', name: 'a year, at once' },
                    ]}
                    onChange={(often) => change({ everyMonths: often === 'year' ? 12 : 1 })}
                  />
                </>
              )}
            </span>
            <span className="flex items-center gap-2">
              for
              <DollarBox
                place={place('priceCents')}
                name={`Price of ${name}, in $`}
                value={offer.price}
                onChange={(price) => change({ price })}
                placeholder="not named"
                className="w-24"
              />
              a {cadence === 'monthly' ? 'month' : 'year'}
            </span>
          </>
        ) : null}
      </div>
      <Faults at={place()} named />
    </div>
  );
}

/** What the plan leaves, whichever price lines its credits go into. */
function PlanMarginOf({ plan }: { plan: DraftPlan }) {
  const { draft, margins } = useEditor();
  const own = margins.plans.filter(({ offer }) => offer.id === plan.id);
  if (own.length === 0) {
    return (
      <p className="text-sm text-muted">
        What it leaves is not known: it names no price, or a figure that can’t be read.
      </p>
    );
  }
  return (
    <PlanMarginTable
      label={`What ${plan.name} leaves`}
      margins={own}
      nameOf={(index) => {
        const line = draft.prices.find(({ key }) => key === margins.keyOf(index));
        return line === undefined ? '' : lineName(draft, line);
      }}
    />
  );
}
