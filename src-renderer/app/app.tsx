import { workspaceStore } from '../stores/workspace';
import { Mark } from '../ui/mark';
import { Welcome } from '../welcome/welcome';
import { ErrorBoundary } from './error-boundary';
import { Shell } from './shell';

/** The whole page: the welcome until a plan was chosen, then the studio. */
export function App() {
  return (
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  );
}

function Page() {
  const workspace = workspaceStore((store) => store.workspace);
  const connection = workspaceStore((store) => store.connection);
  if (workspace === null) {
    return <Opening problem={connection.kind === 'lost' ? connection.problem : null} />;
  }
  return workspace.kind === 'new' ? <Welcome /> : <Shell />;
}

/** Before anything is known; it stays when Tally can't open its data, with the sentence that says why. */
function Opening({ problem }: { problem: string | null }) {
  return (
    <main className="flex h-full flex-col items-center justify-center gap-4 p-8 text-center">
      <Mark size={40} className={problem === null ? 'animate-breathe text-edge' : 'text-edge'} />
      {problem === null ? (
        <p className="text-muted">Opening your ledger…</p>
      ) : (
        <div role="alert" className="max-w-md">
          <h1 className="mb-1 text-lg font-semibold">Tally can't show your studio yet</h1>
          <p className="text-muted">{problem}</p>
        </div>
      )}
    </main>
  );
}
