import type { Story } from '../../src-shared/contract/insight';
import { formatCount, formatCredits } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { PromptText } from '../ui/prompt-text';
import { entryLooks } from './entry-look';
import { JobPicture } from './job-picture';
import { LotSlip } from './lot-slip';
import { PriceSlip } from './price-slip';
import { RelatedEntries } from './related-entries';
import { useDates } from './use-dates';

/** The whole story of an entry: in sentences, as a slip with its arithmetic, and by the entries that belong to it. */
export function WhyStory({ story }: { story: Story }) {
  const { entry, job, related } = story;
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 min-[44rem]:grid-cols-[1fr_18rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Lead story={story} />
        <Sentences story={story} />
        <RelatedEntries entry={entry} related={related} />
        <Particulars story={story} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {job === null ? <LotSlip story={story} /> : <PriceSlip story={story} />}
        {entry.job !== null && job?.state === 'done' ? <JobPicture jobId={entry.job.id} /> : null}
      </div>
    </div>
  );
}

function Lead({ story: { entry } }: { story: Story }) {
  const dates = useDates();
  const { name, sign, tone } = entryLooks[entry.kind];
  return (
    <div className="flex items-baseline justify-between gap-4">
      <p>
        <span className={`text-3xl font-semibold tracking-tight ${tone}`}>
          {sign}
          {formatCount(entry.credits)}
        </span>{' '}
        <span className="text-muted">{entry.credits === 1 ? 'credit' : 'credits'}</span>
      </p>
      <p className="text-right text-sm text-muted">
        <span className="block font-medium text-ink">{name}</span>
        {dates.moment(entry.at)}
      </p>
    </div>
  );
}

function Sentences({ story: { sentences } }: { story: Story }) {
  const [first = '', ...others] = sentences;
  return (
    <div className="flex flex-col gap-2" data-selectable>
      <p className="font-medium">{first}</p>
      {others.map((sentence) => (
        <p key={sentence} className="text-sm text-muted">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** What identifies the entry, for whoever compares it with an export or a receipt. */
function Particulars({ story: { entry } }: { story: Story }) {
  const dates = useDates();
  const facts: readonly (readonly [string, string])[] = [
    ['Entry', `${formatCount(entry.number)}, ${dates.second(entry.at)}`],
    [
      'After it',
      `${formatCredits(entry.availableAfter)} available, ${formatCount(entry.heldAfter)} held`,
    ],
    ['Lot', `${sourceName(entry.lot.source, entry.lot.wallet)}, ${dates.lapse(entry.lot)}`],
    ['Lot id', entry.lot.id],
    ['Id', entry.id],
  ];
  return (
    <details className="text-sm">
      <summary className="rounded-sm text-muted hover:text-ink">Numbers and ids</summary>
      <dl className="mt-1.5 border-l-2 border-line pl-3" data-selectable>
        {facts.map(([name, fact]) => (
          <div key={name} className="flex gap-3 py-0.5">
            <dt className="w-14 shrink-0 text-muted">{name}</dt>
            <dd className="min-w-0 flex-1 wrap-anywhere">
              <PromptText>{fact}</PromptText>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
