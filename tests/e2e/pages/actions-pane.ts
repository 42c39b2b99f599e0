import type { Locator, Page } from '@playwright/test';

/** The actions pane at the right. */
export class ActionsPane {
  readonly region: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Actions' });
  }

  /** One action by its title. */
  action(title: string): Locator {
    return this.region.getByRole('button', { name: title, exact: true });
  }

  /** Titles of the actions of an object, in order. */
  async titlesFor(name: string): Promise<readonly (string | null)[]> {
    const buttons = this.region.getByRole('list', { name, exact: true }).getByRole('button');
    return buttons.evaluateAll((found) => found.map((button) => button.getAttribute('aria-label')));
  }

  async choose(title: string): Promise<void> {
    await this.action(title).click();
  }
}
