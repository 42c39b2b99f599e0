import type { Locator, Page } from '@playwright/test';

/** "Configure a Service or Application". */
export class ConfigureRoleWizard {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Configure a Service or Application' });
  }

  heading(name: string): Locator {
    return this.dialog.getByRole('heading', { name, exact: true });
  }

  button(name: 'Previous' | 'Next' | 'Cancel' | 'Finish'): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
