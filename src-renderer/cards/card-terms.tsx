import { assertNever } from '../../src-shared/assert-never';
import type { RateCard, Warning } from '../../src-shared/billing/card/rate-card';
import { formatCount } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { CardTable, Cell, RowHead } from './card-table';
import { qualityNames } from './card-words';

/** The models, each with what it can do. */
export function CardModels({ card }: { card: RateCard }) {
  const columns = [
    { name: 'Model' },
    { name: 'Tools' },
    { name: 'Qualities' },
    { name: 'Merit', figures: true },
    { name: 'Longest side', figures: true },
  ];
  return (
    <CardTable label="Models" columns={columns}>
      <tbody>
        {card.models.map(({ id, name, description, tools, qualities, merit, longestSide }) => (
          <tr key={id} className="border-b border-line">
            <RowHead>
              {name}
              <span className="block text-xs font-normal text-muted">{description}</span>
            </RowHead>
            <Cell muted>
              {tools.map((tool) => card.tools.find((each) => each.id === tool)?.name).join(', ')}
            </Cell>
            <Cell muted>{qualities.map((quality) => qualityNames[quality]).join(', ')}</Cell>
            <Cell figures>{merit} of 5</Cell>
            <Cell figures>{formatCount(longestSide)} px</Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

/** What is told to whoever pays: refunds, expiry, renewal, units. */
export function CardPolicies({ card }: { card: RateCard }) {
  const { refunds, expiry, renewal, unitRenewal, unitCancellation } = card.policies;
  const rows: readonly (readonly [name: string, words: readonly string[]])[] = [
    ['No refunds', refunds],
    ['Expiry', [expiry]],
    ['Renewal', [renewal]],
    ['Units renew', unitRenewal === null ? [] : [unitRenewal]],
    ['Units end', unitCancellation === null ? [] : [unitCancellation]],
  ];
  return (
    <dl className="text-sm">
      {rows
        .filter(([, words]) => words.length > 0)
        .map(([name, words]) => (
          <div key={name} className="flex gap-4 border-t border-line py-2">
            <dt className="w-24 shrink-0 text-muted">{name}</dt>
            <dd className="flex min-w-0 flex-1 flex-col gap-1.5">
              {words.map((sentence) => (
                <PromptText key={sentence}>{sentence}</PromptText>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** What the app says before credit is spent, and when (B12). */
export function CardWarnings({ card }: { card: RateCard }) {
  if (card.warnings.length === 0) return <p className="text-sm text-muted">It has none.</p>;
  return (
    <dl className="text-sm">
      {card.warnings.map((warning) => (
        <div
          key={`${warning.situation} ${warning.from}`}
          className="flex gap-4 border-t border-line py-2"
        >
          <dt className="w-24 shrink-0 text-muted">{situationWords(warning)}</dt>
          <dd className="min-w-0 flex-1">
            <PromptText>{warning.text}</PromptText>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function situationWords({ situation, from }: Warning): string {
  switch (situation) {
    case 'several-variations':
      return `From ${formatCount(from)} at once`;
    case 'video':
      return 'Video';
    case 'model-switch':
      return 'Another model';
    case 'prompt-retried':
      return `Tried ${formatCount(from)} times`;
    default:
      return assertNever(situation);
  }
}
