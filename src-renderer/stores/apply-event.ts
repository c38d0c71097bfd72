import { assertNever } from '../../src-shared/assert-never';
import type { TallyEvent } from '../../src-shared/contract/events';
import { creditsStore } from './credits';
import { galleryStore } from './gallery';
import { queueStore } from './queue';
import { settingsStore } from './settings';
import { toastStore } from './toasts';
import { workspaceStore } from './workspace';

/** Puts what the main process told into the stores it concerns. */
export function applyEvent(event: TallyEvent): void {
  switch (event.kind) {
    case 'workspace-changed':
      creditsStore.getState().setBalance(event.balance);
      workspaceStore.getState().setWorkspace(event.workspace);
      return;
    case 'jobs-changed':
      queueStore.getState().change(event.jobs);
      galleryStore.getState().deliver(event.assets, event.jobs);
      creditsStore.getState().setBalance(event.balance);
      return;
    case 'queue-changed':
      queueStore.getState().setWaiting(event.paused, event.waitReasons);
      return;
    case 'job-progress':
      queueStore.getState().advance(event.jobId, event);
      return;
    case 'assets-changed':
      galleryStore.getState().change(event.assets);
      return;
    case 'settings-changed':
      settingsStore.getState().set(event.settings);
      return;
    case 'notice':
      toastStore.getState().tell({ severity: event.severity, text: event.text, action: null });
      return;
    default:
      assertNever(event);
  }
}
