/** Why a document can't be used, as the end of a sentence for a person. */
export class Unreadable extends Error {}

/** What a library gives; whatever it throws over a stranger's file means that the file is damaged. */
export async function damagedIfThrown<Value>(work: () => Promise<Value> | Value): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreadable('it is damaged, or not what its name says', { cause: why });
  }
}
