import { defineConfig } from '@playwright/test';

// The real window, one at a time: two cores paint, and a person has one screen.
export default defineConfig({
  testDir: 'test/app',
  outputDir: 'artifacts/playwright',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
