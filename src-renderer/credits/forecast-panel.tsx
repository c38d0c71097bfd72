import { FlaskConical, Sparkle } from 'lucide-react';
import type { Instant } from '../../src-shared/billing/instant';
import type { Forecast, Suggestion } from '../../src-shared/contract/forecast';
import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import type { DatesIn } from '../ui/dates-in';
import { Skeleton } from '../ui/empty';
import { awayText } from './lot-groups';
import { suggestedModel, takeSuggestion } from './take-suggestion';
import { useDates } from './use-dates';
import { useForecast } from './use-outlook';

/** How far ahead is looked, in days: to the lapse of a year's credit at the farthest. */
const lookAhead = 366;

/** What comes if all goes on as it did by the balance that was told, in sentences with their bounds, and what to make of credit that would lapse. */
export function ForecastPanel({ told }: { told: number }) {
  const { value, problem } = useForecast(lookAhead, told);
  return (
    <section aria-labelledby="forecast-heading" className="flex flex-col gap-2">
      <h2 id="forecast-heading" className="text-base font-semibold">
        What is coming
      </h2>
      {value === null ? (
        problem === null ? (
          <Skeleton className="h-20" />
        ) : (
          <p className="text-sm text-danger">{problem}</p>
        )
      ) : (
        <>
          <Told forecast={value} />
          <Suggestions suggestions={value.nextLapse?.suggestions ?? []} />
        </>
      )}
      <Button
        className="mt-1 self-start"
        onClick={() => screenStore.getState().showCredits('what-if')}
      >
        <FlaskConical size={14} aria-hidden />
        Try what would be if…
      </Button>
    </section>
  );
}

/** How long credit lasts at the usual pace, in a line; null where there is no pace to go by. */
export function headlineOf({ usual }: Forecast, now: Instant, dates: DatesIn): string | null {
  if (usual === null) return null;
  if (usual.pace.credits === 0) return 'Nothing is being spent';
  const { runsOutAt, points } = usual.future;
  if (points[0]?.available === 0) return 'Nothing is left to spend';
  if (runsOutAt === null) return 'Your credit lasts at this pace';
  return `Runs out around ${dates.shortDay(runsOutAt)}, ${awayText(runsOutAt, now)}`;
}

/** A headline, and below it everything that can be said, with how sure it is. */
function Told({ forecast }: { forecast: Forecast }) {
  const dates = useDates();
  const now = creditsStore((store) => store.balance?.at);
  const headline = now === undefined ? null : headlineOf(forecast, now, dates);
  return (
    <>
      {headline === null ? null : <p className="text-lg font-semibold">{headline}</p>}
      <ul className="flex flex-col gap-1.5 text-sm text-muted">
        {forecast.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Ways to use what lapses next: a press puts one into the form. Nothing is made before Generate is pressed. */
function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { card } = useBegun();
  const offered = suggestions.flatMap((suggestion) => {
    const model = suggestedModel(suggestion, card);
    return model === null ? [] : [{ suggestion, model }];
  });
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <h3 className="text-sm font-medium">Use it before it lapses</h3>
      {offered.map(({ suggestion, model }) => (
        <Button
          key={model.id}
          className="h-auto min-h-8 justify-start py-1 text-left"
          onClick={() => takeSuggestion(suggestion, model)}
        >
          <Sparkle size={14} aria-hidden className="shrink-0 text-accent" />
          {suggestion.words}
        </Button>
      ))}
    </div>
  );
}
