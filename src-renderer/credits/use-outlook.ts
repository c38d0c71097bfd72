import { useCallback, useEffect } from 'react';
import type { Balance } from '../../src-shared/contract/credits';
import type { Forecast } from '../../src-shared/contract/forecast';
import type { BalancePoint, BalanceTurn, UsageRow } from '../../src-shared/contract/insight';
import { type Answer, ask } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import type { DatesIn } from '../ui/dates-in';
import type { PlotSpan } from './spans';
import { type Asked, useAnswer } from './use-answer';
import { useCalm } from './use-calm';

/** While a batch is made the balance changes all the time; plots follow at most this often, in milliseconds. */
const pause = 1500;
/** More points than a plot has pixels to tell apart. */
const points = 200;

/** The balance as it is worth drawing: the newest, but not every one of many that come at once. */
export function useCalmBalance(): { readonly balance: Balance | null; readonly revision: number } {
  const newest = creditsStore();
  const calm = useCalm(newest, pause);
  return calm.balance === null ? newest : calm;
}

export type Balances = {
  /** The span that was asked for: while another one is, this is still what is shown. */
  readonly span: PlotSpan;
  readonly points: readonly BalancePoint[];
  readonly turns: readonly BalanceTurn[];
};

/** The balance over a span up to now, with what came and lapsed in it. The span must be the same object while nothing is new. */
export function useBalances(span: PlotSpan): Asked<Balances> {
  const read = useCallback(async (): Promise<Answer<Balances>> => {
    const { from, now: to } = span;
    const answer = await ask(tally().insight.balances({ from, to, points }));
    return answer.kind === 'answered' ? { ...answer, value: { ...answer.value, span } } : answer;
  }, [span]);
  return useAnswer(read);
}

type Use = { readonly span: PlotSpan; readonly rows: readonly UsageRow[] };

/** The use of the days of a span up to now; `dayName` names them. */
export function useUsage(span: PlotSpan, { dayName }: DatesIn): Asked<Use> {
  const read = useCallback(async (): Promise<Answer<Use>> => {
    const days = { from: dayName(span.from), to: dayName(span.now) };
    const answer = await ask(tally().insight.usage(days));
    return answer.kind === 'answered' ? { ...answer, value: { ...answer.value, span } } : answer;
  }, [span, dayName]);
  return useAnswer(read);
}

/** What comes in so many days at the pace so far, by the balance as it was told. */
export function useForecast(days: number, told: number): Asked<Forecast> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new balance means another forecast
  const read = useCallback(() => ask(tally().forecast.next({ days })), [days, told]);
  return useAnswer(read);
}

/** Has the balance told as of now when the screen is shown, and whenever the window is looked at again. */
export function useFreshBalance(): void {
  useEffect(() => {
    const refresh = async () => {
      const answer = await ask(tally().credits.balance());
      if (answer.kind === 'answered') creditsStore.getState().setBalance(answer.value);
    };
    const onFocus = () => void refresh();
    void refresh();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
}
