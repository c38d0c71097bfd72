import type { BroughtIn } from '../../src-shared/contract/pictures';
import type { Context } from './context';
import { refuse } from './refuse';

/** Decodes a stranger's file where it can do no harm and keeps what came of it under its own hash. */
export async function bringIn({ studio }: Context, file: Uint8Array): Promise<BroughtIn> {
  if (studio.bringIn === null) {
    refuse({ code: 'picture-unreadable', reason: 'no picture can be brought in here' });
  }
  const outcome = await studio.bringIn(file);
  if (outcome.kind !== 'produced') {
    const reason = outcome.kind === 'refused' ? outcome.message : 'it could not be read';
    refuse({ code: 'picture-unreadable', reason });
  }
  const saved = await studio.ports.inputs.save(outcome.bytes, 'image/png');
  if (saved.kind === 'unwritable') {
    const { folder, reason } = saved;
    refuse({ code: 'folder-unwritable', folder, reason });
  }
  return { sha256: saved.sha256, width: outcome.width, height: outcome.height };
}
