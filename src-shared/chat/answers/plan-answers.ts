import { creditsText } from '../../billing/credits-text';
import { dayText } from '../../billing/day-text';
import { moneyText } from '../../billing/money-text';
import type { PlanFigures, RunningPlan } from '../../contract/plan';
import type { Facts } from '../facts';

const none = 'No plan is running. Start one on the Plan screen.';

/** The plan that runs, what it grants and what waits to change it. */
export function planAnswer({ plan: { plan, seats, workingSeat }, timeZone }: Facts): string {
  if (plan === null) return none;
  const day = (at: RunningPlan['startedAt']) => dayText(at, timeZone);
  const active = seats.filter((seat) => seat.active).length;
  const team = plan.perSeat
    ? ` It has ${active} active ${active === 1 ? 'seat' : 'seats'}; this computer works as ${workingSeat}.`
    : '';
  return `Your plan is **${plan.name}**, billed ${plan.cadence === 'annual' ? 'annually' : 'monthly'}: ${grantText(plan)}. This billing cycle ends on ${day(plan.cycle.endsAt)}.${team}${waitingText(plan)}`;
}

function grantText({ grant, perSeat }: PlanFigures): string {
  const often = grant.everyMonths === 1 ? 'every month' : 'once a year, upfront';
  return `${creditsText(grant.credits)}${perSeat ? ' a seat' : ''} ${often}`;
}

function waitingText({ waiting }: RunningPlan): string {
  if (waiting === null) return '';
  if (waiting.kind === 'end') return ' It ends with its cycle.';
  return ` With the next cycle it changes to ${waiting.to.name}.`;
}

/** When credit comes again, how much, and by which rule (A6, A7, B3, B4). */
export function renewalAnswer({ card, plan: { plan }, timeZone }: Facts): string {
  if (plan === null) return none;
  const { nextGrant } = plan;
  const next =
    nextGrant === null
      ? 'No more credit comes: the plan ends before.'
      : `**${creditsText(nextGrant.creditsEach)}** ${nextGrant.creditsEach === 1 ? 'comes' : 'come'} on **${dayText(nextGrant.at, timeZone)}**${plan.perSeat ? ', for each seat' : ''}.`;
  return `${next} ${card.policies.renewal} ${card.policies.expiry}`;
}

/** What comes of ending the plan (A8, A12, A13, B6). */
export function endingAnswer({ card, plan: { plan, units }, timeZone }: Facts): string {
  if (plan === null) return none;
  const day = dayText(plan.cycle.endsAt, timeZone);
  const own = units.length === 0 ? '' : ' Your units end with it.';
  return `You end the plan on the Plan screen. It then runs to the end of its cycle, **${day}**, and its credits stay usable until then; after that nothing renews.${own} ${card.policies.expiry} You can take the end back until that day.`;
}

/** What is billed next. */
export function billAnswer({ plan: { plan, units }, timeZone }: Facts): string {
  if (plan === null) return none;
  const { nextBill } = plan;
  const main =
    nextBill === null
      ? 'The plan itself is not billed again: it ends before.'
      : `The next bill of the plan comes on ${dayText(nextBill.at, timeZone)}: ${moneyText(nextBill.cents)}.`;
  const renewing = units.flatMap(({ name, count, cancelled, centsEach, renewsAt }) => {
    const left = count - cancelled;
    if (renewsAt === null || left <= 0) return [];
    const cents = centsEach === null ? null : centsEach * left;
    return [
      `- ${left} × ${name} renews by itself on ${dayText(renewsAt, timeZone)} for ${moneyText(cents)}`,
    ];
  });
  return [main, ...renewing, 'Tally takes no payments: it tells what the service bills.'].join(
    '\n',
  );
}

/** The plans of the card and what each grants and costs. */
export function plansAnswer({ card }: Facts): string {
  const lines = card.plans.map((plan) => {
    const offers = (['monthly', 'annual'] as const).flatMap((cadence) => {
      const offer = plan[cadence];
      if (offer === null) return [];
      if (offer.grant.kind === 'contract') return [`${cadence} by contract`];
      const { credits, everyMonths } = offer.grant;
      const often = everyMonths === 1 ? 'a month' : 'a year upfront';
      return [
        `${cadence} ${creditsText(credits)}${plan.perSeat ? ' a seat' : ''} ${often}, ${moneyText(offer.priceCents)}`,
      ];
    });
    return `- ${plan.name}: ${offers.join('; ')}`;
  });
  return ['The plans of this card:', ...lines, 'You change plans on the Plan screen.'].join('\n');
}

/** What can be bought besides the plan: units that renew (A10–A14), packs that don't (B5). */
export function extraAnswer(facts: Facts): string {
  const { card, plan } = facts;
  const units = plan.addOns.map(
    ({ name, credits, priceCents, wallet }) =>
      `- ${name}: ${creditsText(credits)} for ${moneyText(priceCents)}${wallet === 'pool' ? ', for the whole workspace' : ''}`,
  );
  const packs = plan.packs.map(({ pack, notYet }) => {
    const until =
      notYet === null
        ? ''
        : `; sold once your plan’s credit is used up (${creditsText(notYet.left)} left)`;
    return `- ${pack.name}: ${creditsText(pack.credits)} for ${moneyText(pack.priceCents)}${until}`;
  });
  if (units.length + packs.length === 0) {
    return `With this plan, «${card.name}» sells no credits beside the plan’s own.`;
  }
  const unitWords =
    units.length === 0 ? [] : ['Add-on units, which renew by themselves:', ...units];
  const packWords = packs.length === 0 ? [] : ['Packs, bought once:', ...packs];
  const { unitCancellation } = card.policies;
  const cancel = units.length === 0 || unitCancellation === null ? [] : [unitCancellation];
  return [
    ...unitWords,
    ...packWords,
    ...cancel,
    ...ownUnits(facts),
    'You buy on the Plan screen.',
  ].join('\n');
}

function ownUnits({ plan: { units }, timeZone }: Facts): string[] {
  return units.map(({ name, count, lapsesAt, renewsAt }) => {
    const then = renewsAt === null ? 'does not renew' : `renews on ${dayText(renewsAt, timeZone)}`;
    return `You have ${count} × ${name}: it ${then}; what is left lapses on ${dayText(lapsesAt, timeZone)}.`;
  });
}

/** Who is on the plan. */
export function seatsAnswer({ plan: { plan, seats, workingSeat } }: Facts): string {
  if (plan === null) return none;
  const lines = seats.map(({ id, name, active, available, held }) => {
    const marks = [id === workingSeat ? 'this computer' : '', active ? '' : 'removed'].filter(
      (mark) => mark !== '',
    );
    const mark = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
    return `- ${name === '' ? id : name}${mark}: ${creditsText(available)}${held > 0 ? `, ${held} on hold` : ''}`;
  });
  return [
    'The seats and their own credit:',
    ...lines,
    'Who used what stands on the Credits screen, under Usage.',
  ].join('\n');
}
