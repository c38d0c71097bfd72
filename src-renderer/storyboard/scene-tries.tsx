import { useEffect, useMemo, useState } from 'react';
import { costSentence, triesSentence } from '../../src-shared/billing/card/warning-words';
import { type ProjectHistory, warningsFor } from '../../src-shared/billing/card/warnings';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { pricedRequestOf } from '../../src-shared/jobs/request';
import type { Scene } from '../../src-shared/storyboard/board';
import { visualRequest } from '../../src-shared/storyboard/visual-request';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { useBegun } from '../stores/workspace';
import { useBoard } from './use-board';

/** So long, in milliseconds, does a scene stand still before the main process is asked. */
const restBeforeAsking = 350;

/** How often a metered picture was made of the very same words and what that cost, and the card's warning (B8, B12). */
export function SceneTries({ scene }: { scene: Scene }) {
  const board = useBoard();
  const { card } = useBegun();
  const request = visualRequest(card, board, scene);
  const history = usePast(request);
  if (history === null) return null;
  const longestSide = Math.max(request.width, request.height);
  const parts = [{ request: pricedRequestOf(request, 1), longestSide }];
  const warning = warningsFor(card, parts, history).find(
    ({ situation }) => situation === 'prompt-retried',
  );
  if (warning !== undefined) {
    return (
      <p className="text-xs text-caution">
        {warning.text} {costSentence(card, warning, parts, history)}
      </p>
    );
  }
  const sentence = triesSentence(history);
  return sentence === null ? null : <p className="text-xs text-muted">{sentence}</p>;
}

/** What was made of the very same words before; null while that is not known. */
function usePast(request: ImageRequest): ProjectHistory | null {
  const revision = creditsStore((store) => store.revision);
  const asked = useMemo(() => JSON.stringify(request), [request]);
  const [known, setKnown] = useState<{ asked: string; past: ProjectHistory } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed balance means that a job has
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const answer = await ask(tally().past.of({ batches: [{ request, count: 1 }] }));
      if (isCurrent && answer.kind === 'answered') setKnown({ asked, past: answer.value });
    };
    const timer = setTimeout(() => void look(), restBeforeAsking);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, revision]);
  return known?.asked === asked ? known.past : null;
}
