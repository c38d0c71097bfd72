import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';

type Props = { children: ReactNode };
type State = { broken: boolean };

/** What is shown when a screen breaks: a sentence and a way on, never an empty window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error('a screen broke', error);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div role="alert" className="flex h-full flex-col items-center justify-center gap-3 p-8">
        <h1 className="text-lg font-semibold">This screen broke</h1>
        <p className="max-w-md text-center text-muted">
          Your ledger, queue and pictures are kept by another part of Tally and are not affected.
        </p>
        <Button look="primary" onClick={() => window.location.reload()}>
          Show it again
        </Button>
      </div>
    );
  }
}
