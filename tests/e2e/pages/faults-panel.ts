import type { Locator, Page } from '@playwright/test';

/** The switches with which a trainee breaks things. */
export class FaultsPanel {
  readonly region: Locator;
  private readonly opener: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Faults' });
    this.opener = page.getByRole('banner').getByRole('button', { name: 'Faults' });
  }

  async open(): Promise<void> {
    await this.opener.click();
    await this.region.waitFor();
  }

  async close(): Promise<void> {
    await this.region.getByRole('button', { name: 'Close Faults' }).click();
    await this.region.waitFor({ state: 'hidden' });
  }

  /** A switch by its name: `Power of Demo1`, `Public on Demo1`, `Disk Quorum`. */
  switch(name: string): Locator {
    return this.region.getByRole('switch', { name, exact: true });
  }
}
