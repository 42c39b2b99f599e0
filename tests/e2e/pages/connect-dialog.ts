import type { Locator, Page } from '@playwright/test';

/** The dialog that asks how a cluster is reached. */
export class ConnectDialog {
  readonly dialog: Locator;
  readonly test: Locator;

  constructor(page: Page, title: 'Connect to Cluster' | 'Edit Connection') {
    this.dialog = page.getByRole('dialog', { name: title, exact: true });
    this.test = this.dialog.getByRole('group', { name: 'Connection test' });
  }

  async choose(way: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: new RegExp(`^${way}`) }).check();
  }

  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true });
  }

  option(name: RegExp): Locator {
    return this.dialog.getByRole('checkbox', { name });
  }

  async press(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }
}
