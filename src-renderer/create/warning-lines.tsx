import { TriangleAlert } from 'lucide-react';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { costSentence, wayWords } from '../../src-shared/billing/card/warning-words';
import type { CheaperWay } from '../../src-shared/billing/card/warnings';
import { draftStore, fieldsOf } from '../stores/draft';
import { pastStore } from '../stores/past';
import { useBegun } from '../stores/workspace';
import { PaperPerforation } from '../ui/paper';
import { changeWithUndo } from './change-with-undo';
import type { Beforehand } from './current-draft';
import { fieldsOfWay } from './fields-of-way';
import { openResult } from './open-result';
import { WayButton } from './way-button';

type WarningLinesProps = Beforehand & {
  /** Whether the card's words are cut to a line, where the window has little room. */
  folded: boolean;
};

/** What the card warns of before a press, each with its cost and a cheaper way in one click (B12). */
export function WarningLines({ warnings, press, history, folded }: WarningLinesProps) {
  const { card } = useBegun();
  if (warnings.length === 0) return null;
  return (
    <>
      <PaperPerforation />
      <ul aria-label="Before you press" className="flex flex-col gap-1.5">
        {warnings.map((warning) => (
          <li key={warning.situation} className="flex gap-1.5 text-xs">
            <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0 text-caution" />
            <div className="min-w-0">
              <p
                title={folded ? warning.text : undefined}
                className={`text-caution ${folded ? 'line-clamp-1' : ''}`}
              >
                {warning.text}
              </p>
              <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <span>{costSentence(card, warning, press, history)}</span>
                {warning.remedy === null ? null : <TakeWay way={warning.remedy} card={card} />}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function TakeWay({ way, card }: { way: CheaperWay; card: RateCard }) {
  const words = wayWords(card, way);
  const take = () => {
    const { past } = pastStore.getState();
    if (way.kind === 'earlier-result') {
      if (past !== null && past.earlier !== null) void openResult(past.earlier);
      return;
    }
    changeWithUndo(fieldsOfWay(fieldsOf(draftStore.getState()), way, card), words);
  };
  return <WayButton onClick={take}>{words}</WayButton>;
}
