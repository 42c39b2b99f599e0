import type { Locator, Page } from '@playwright/test';

/** The tab "My actions" below the place. */
export class MyActionsTab {
  readonly panel: Locator;
  readonly grid: Locator;
  /** All of the selected action. */
  readonly details: Locator;
  readonly search: Locator;
  readonly result: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('tabpanel', { name: 'My actions', exact: true });
    this.grid = this.panel.getByRole('grid', { name: 'My actions' });
    this.details = this.panel.getByRole('region', { name: 'Action', exact: true });
    this.search = this.panel.getByRole('searchbox', { name: 'Search my actions' });
    this.result = this.panel.getByRole('combobox', { name: 'Result' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'My actions', exact: true }).click();
  }

  /** The actions of a title. */
  rows(title: string | RegExp): Locator {
    return this.grid.getByRole('row', { name: title });
  }
}
