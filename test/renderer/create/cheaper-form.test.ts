import { describe, expect, test } from 'vitest';
import { changeWords, fieldsOfFit, wishesOf } from '../../../src-renderer/create/budget-of-draft';
import { pressOf } from '../../../src-renderer/create/check-draft';
import { fieldsOfWay } from '../../../src-renderer/create/fields-of-way';
import {
  batchesOf,
  type DraftFields,
  firstFields,
} from '../../../src-renderer/stores/draft-fields';
import { fitToCard } from '../../../src-renderer/stores/fit-draft';
import { fitToBudget } from '../../../src-shared/billing/card/budget';
import { type ProjectHistory, warningsFor } from '../../../src-shared/billing/card/warnings';
import { credits, sum } from '../../../src-shared/billing/credits';
import { pricedRequestOf } from '../../../src-shared/jobs/request';
import { chatNow, quoteOf } from '../../helpers/cards';

const history: ProjectHistory = {
  lastModel: 'image-studio',
  triesOfPrompt: 0,
  spentOnPrompt: credits(0),
  hasResult: false,
};

function form(parts: Partial<DraftFields>): DraftFields {
  return fitToCard({ ...firstFields, prompt: 'a {red|blue} boat', ...parts }, chatNow);
}

/** Credits of all that a form asks for. */
function priceOf(fields: DraftFields): number {
  const batches = batchesOf(fields).map(({ request, count }) => pricedRequestOf(request, count));
  return sum(batches.map((batch) => quoteOf(chatNow, batch).total));
}

const forms: readonly Partial<DraftFields>[] = [
  { model: 'image-grand', quality: 'premium', count: 3, width: 2048, height: 1024 },
  { model: 'image-grand', quality: 'premium', count: 3 },
  { tool: 'video', model: 'video-studio', quality: 'premium', seconds: 30, clipSize: '1080p-9:16' },
  { tool: 'video', model: 'video-swift', seconds: 5 },
  {
    tool: 'playground',
    contenders: [
      { model: 'image-grand', quality: 'premium', style: 'ink' },
      { model: 'image-swift', quality: 'basic', style: 'oil' },
    ],
  },
];

describe('B12 a cheaper way in one click', () => {
  test.each(forms)('makes of %o a form at the very price that it named', (parts) => {
    const fields = form(parts);
    const warnings = warningsFor(chatNow, pressOf(fields), history);
    expect(warnings.length).toBeGreaterThan(0);
    for (const { remedy } of warnings) {
      if (remedy === null || remedy.kind === 'earlier-result') continue;
      expect(priceOf(fieldsOfWay(fields, remedy, chatNow)), remedy.kind).toBe(remedy.total);
    }
  });
  test('takes the first of the alternatives, and of contenders the one that it named', () => {
    const fields = form(forms[4] ?? {});
    const [several] = warningsFor(chatNow, pressOf(fields), history);
    if (several?.remedy?.kind !== 'one-first') throw new Error('there is no way to one');
    expect(fieldsOfWay(fields, several.remedy, chatNow)).toMatchObject({
      tool: 'image',
      prompt: 'a red boat',
      count: 1,
      model: 'image-swift',
      style: 'oil',
    });
  });
});

describe('the price slider', () => {
  test.each(forms.slice(0, 4))('makes of %o a form at the very price that fits', (parts) => {
    const fields = form(parts);
    for (const budget of [5, 15, 31, 60, 100, 333, 2000]) {
      const fit = fitToBudget(chatNow, wishesOf(fields, chatNow), credits(budget));
      if (fit.kind !== 'fits') continue;
      const fitted = fieldsOfFit(fields, fit, chatNow);
      expect(priceOf(fitted)).toBe(fit.total);
      const [{ request }] = batchesOf(fitted);
      expect(Math.max(request.width, request.height)).toBe(fit.side);
    }
  });
  test('says its changes in words', () => {
    const words = [
      changeWords({ what: 'count', from: 4, to: 2 }, chatNow),
      changeWords({ what: 'seconds', from: 10, to: 5 }, chatNow),
      changeWords({ what: 'side', from: 2048, to: 1024 }, chatNow),
      changeWords({ what: 'model', from: 'image-grand', to: 'image-swift' }, chatNow),
      changeWords({ what: 'quality', from: 'premium', to: 'basic' }, chatNow),
    ];
    expect(words).toEqual([
      'Number: 4 → 2',
      'Length: 10 s → 5 s',
      'Longer side: 2,048 px → 1,024 px',
      'Model: Grand → Swift',
      'Quality: premium → basic',
    ]);
  });
});
