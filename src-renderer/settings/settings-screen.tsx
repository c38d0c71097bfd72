import type { ReactNode } from 'react';
import { clockNotice } from '../app/banners';
import { ShortcutTable } from '../app/shortcut-list';
import { showCards } from '../cards/card-actions';
import { screenStore } from '../stores/screen';
import { useBegun, workspaceStore } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatDay } from '../ui/dates';
import { formatCredits } from '../ui/figures';
import { LanguageModelSection } from './language-model';
import { ThemeField } from './theme-field';

/** How Tally looks, and what it runs on. */
export function SettingsScreen() {
  return (
    <div className="relative h-full overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-8 px-6 py-6">
        <h1 className="text-lg font-semibold">Settings</h1>
        <ThemeField />
        <About />
        <Engines />
        <LanguageModelSection />
        <section aria-labelledby="shortcuts-heading">
          <h2 id="shortcuts-heading" className="mb-2 text-base font-semibold">
            Shortcuts
          </h2>
          <ShortcutTable />
        </section>
      </div>
    </div>
  );
}

function About() {
  const { card, planId, cadence, timeZone, testClock, begunAt, renewal, clockBehind } = useBegun();
  const plan = card.plans.find((candidate) => candidate.id === planId)?.name ?? planId;
  return (
    <section aria-labelledby="plan-heading">
      <h2 id="plan-heading" className="mb-2 text-base font-semibold">
        Rate card and plan
      </h2>
      <dl>
        <Row name="Rate card">
          {card.name}, version {card.version}
          <span className="block text-sm text-muted">{card.origin}</span>
          <Button className="mt-1.5 flex" onClick={showCards}>
            Rate cards
          </Button>
        </Row>
        <Row name="Plan">
          {plan === null ? 'None is running' : `${plan}, ${cadence}`}
          <div className="mt-1.5">
            <Button onClick={() => screenStore.getState().show('plan')}>
              Plan, seats and invoices
            </Button>
          </div>
        </Row>
        <Row name="Next grant">
          {renewal === null
            ? 'None comes by itself'
            : `${formatCredits(renewal.credits)} on ${formatDay(renewal.at)}`}
        </Row>
        <Row name="Begun">
          {formatDay(begunAt)}
          {testClock ? (
            <span className="block text-sm text-muted">
              A test workspace, with a clock of its own.
            </span>
          ) : null}
        </Row>
        <Row name="Time zone">{timeZone}</Row>
        <Row name="Clock">
          {clockBehind > 0 ? clockNotice(clockBehind) : 'Agrees with what Tally has seen so far.'}
        </Row>
      </dl>
    </section>
  );
}

function Engines() {
  const engines = workspaceStore((store) => store.engines);
  return (
    <section aria-labelledby="engines-heading">
      <h2 id="engines-heading" className="mb-2 text-base font-semibold">
        Engines
      </h2>
      <dl>
        {engines.map((engine) => (
          <Row key={engine.id} name={engine.name}>
            {engine.description}
            <span className="block text-sm text-muted">
              {engine.health.kind === 'ready' ? 'Ready' : engine.health.message}
            </span>
          </Row>
        ))}
      </dl>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-t border-line py-2">
      <dt className="w-24 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
