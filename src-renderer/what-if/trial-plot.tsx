import { useMemo, useRef, useState } from 'react';
import type { WhatIf } from '../../src-shared/contract/forecast';
import { markLanes } from '../credits/turn-lanes';
import { marksAt, marksText, turnMarks } from '../credits/turn-marks';
import { useDates } from '../credits/use-dates';
import { ofAllSeats, useTeam } from '../credits/use-team';
import { useElementSize } from '../ui/element-size';
import { formatCount } from '../ui/figures';
import { PlotFigure } from '../ui/plot/plot-figure';
import { PlotReader } from '../ui/plot/plot-reader';
import { plotScales } from '../ui/plot/plot-scales';
import { PlotTable } from '../ui/plot/plot-table';
import { TrialDrawing } from './trial-drawing';
import { TrialLegend } from './trial-legend';
import { type TrialReading, trialReadings, trialReadingText } from './trial-readings';

type TrialPlotProps = {
  answer: WhatIf;
  /** Whether nothing is changed, so that both futures are one. */
  untouched: boolean;
};

const margin = { top: markLanes + 6, right: 10, bottom: 24, left: 44 };
const height = 240;
/** So many rows of figures are read rather than searched. */
const mostRows = 60;

/** What there would be to spend, with the changes and as it is. */
export function TrialPlot({ answer, untouched }: TrialPlotProps) {
  const dates = useDates();
  const title = ofAllSeats('What you could spend', useTeam());
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const [read, setRead] = useState<number | null>(null);
  const readings = useMemo(() => trialReadings(answer), [answer]);
  const marks = useMemo(() => turnMarks([], answer.changed.events), [answer]);
  const { from, until } = answer.changed;
  const most = Math.max(...readings.flatMap(({ changed, asItIs }) => [changed, asItIs]));
  const scales = plotScales({ width, height }, margin, { from, until, most });
  const last = readings.length - 1;
  const reading = Math.min(read ?? last, last);
  const current = readings[reading];
  if (current === undefined) return null;
  const text = [
    trialReadingText(current, dates, untouched),
    ...(read === null ? [] : marksAt(marks, readings, reading).map((mark) => marksText([mark]))),
  ].join('; ');
  return (
    <PlotFigure
      title={title}
      reading={text}
      plot={
        <>
          <div ref={box} className="min-h-[240px]">
            {width === 0 ? null : (
              <PlotReader
                label="What you could spend"
                width={width}
                height={height}
                stops={readings.map(({ at }) => scales.x(at))}
                reading={reading}
                valueText={text}
                onRead={setRead}
              >
                <TrialDrawing
                  answer={answer}
                  marks={marks}
                  scales={scales}
                  current={current}
                  untouched={untouched}
                />
              </PlotReader>
            )}
          </div>
          <TrialLegend untouched={untouched} />
        </>
      }
      table={<TrialTable readings={readings} />}
    />
  );
}

function TrialTable({ readings }: { readings: readonly TrialReading[] }) {
  const dates = useDates();
  const every = Math.ceil(readings.length / mostRows);
  const rows = readings
    .filter((_, place) => place % every === 0 || place === readings.length - 1)
    .map(({ at, changed, asItIs }) => [dates.day(at), formatCount(changed), formatCount(asItIs)]);
  return (
    <PlotTable
      caption="What you could spend"
      columns={['Day', 'With changes', 'As it is']}
      rows={rows}
    />
  );
}
