import { expect, type Page } from '@playwright/test';

/** A plan as its names stand on the welcome page. */
export type PlanName = {
  readonly card: 'AI Studios' | 'ChatNow';
  readonly plan: string;
  readonly billed?: 'Monthly' | 'Annual';
};

export const freePlan: PlanName = { card: 'AI Studios', plan: 'Free' };

/** Goes through the welcome with the mouse, up to the Create screen. */
export async function begin(page: Page, { card, plan, billed }: PlanName): Promise<void> {
  await page.getByRole('radio', { name: card, exact: true }).click();
  await page.getByRole('radio', { name: plan, exact: true }).click();
  if (billed !== undefined) await page.getByRole('radio', { name: billed }).click();
  await page.getByRole('button', { name: /^Start with/ }).click();
  await expect(page.getByRole('heading', { name: 'Create', exact: true })).toBeAttached();
}
