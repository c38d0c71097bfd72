import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts } from '../../src-main/gallery/png-text';
import { inState, restart, submitOne, workingFlow } from './flow';

const hostile: [string, string][] = [
  ['markup', '<img src=x onerror="alert(1)"><script>alert(1)</script>'],
  ['a path out of the folder', '../../../../etc/passwd'],
  ['a path of Windows', 'C:\\Windows\\System32\\..\\..\\con.png'],
  ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\r\nf'],
  ['right-to-left marks', '\u202egnp.exe\u202c \u2066abc\u2069 \u200f'],
  ['half a surrogate pair', 'a \ud83d fox \udc00'],
  ['SQL', "'; DROP TABLE entry; -- ?1 @prompt :prompt $prompt"],
  ['JSON', '"},{"credits":0},{"x":"'],
  ['a prototype', '__proto__ constructor toString'],
  ['another record', 'x\nNegative prompt: none\nSteps: 999, Seed: 1, Model: other'],
  ['every plane', '狐狸 🦊 🧑‍🚀 é e\u0301 𝔉𝔬𝔵 العربية'],
  ['only symbols', '%00%2e%2e%2f $HOME $(id) `id` | & ; > /dev/null'],
  ['the longest allowed', '🦊'.repeat(1000)],
];

test.each(hostile)(
  'a prompt with %s is stored, shown, embedded and saved safely',
  async (_, prompt) => {
    const flow = await workingFlow({ caller: 'terminal' });
    const job = await submitOne(flow, { request: { prompt, negativePrompt: prompt } });
    expect(job.request).toMatchObject({ prompt, negativePrompt: prompt });
    await inState(flow, job.id, 'done');

    const detail = await flow.client.gallery.detail({ assetId: job.id });
    expect(detail.condition).toBe('sound');
    expect(detail.job.request).toMatchObject({ prompt, negativePrompt: prompt });
    const page = await flow.client.credits.statement({ before: null, limit: 1, jobId: job.id });
    expect(page.lines[0]?.job?.prompt).toBe(prompt);

    // One line of prompt, one of negative prompt, one of settings: nothing can pose as a setting.
    const file = readFileSync(flow.studio.ports.library.pathOf(detail.asset.sha256));
    const texts = readTexts(file);
    const lines = texts?.get('parameters')?.split('\n') ?? [];
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^Negative prompt: /);
    expect(lines[2]).toMatch(/^Steps: \d+, Sampler: Tally Sketch, Seed: 7, Size: 512x512, /);
    const record: unknown = JSON.parse(texts?.get('tally') ?? 'null');
    expect(record).toMatchObject({ job: job.id, request: { prompt, negativePrompt: prompt } });

    const before = readdirSync(flow.folder);
    const { path } = await flow.client.gallery.saveCopy({ assetId: job.id, folder: flow.folder });
    if (path === null) throw new Error('nothing was saved');
    expect(dirname(path)).toBe(flow.folder);
    expect(existsSync(path)).toBe(true);
    const [name, ...others] = readdirSync(flow.folder).filter((entry) => !before.includes(entry));
    expect(others).toEqual([]);
    expect(path).toBe(join(flow.folder, name ?? ''));
    expect(name).toMatch(/^[^\p{C}<>:"/\\|?*]+ 7\.png$/u);

    const again = await restart(flow);
    const kept = await again.client.gallery.detail({ assetId: job.id });
    expect(kept).toEqual(detail);
  },
);
