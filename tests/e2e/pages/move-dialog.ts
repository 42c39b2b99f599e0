import type { Locator } from '@playwright/test';

/** Where to move a role to: the best possible node, or one of a list. */
export class MoveDialog {
  constructor(
    readonly dialog: Locator,
    private readonly verb: string,
  ) {}

  /** The choice of a node, or of "Best possible node". */
  choice(name: string): Locator {
    return this.dialog.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  async confirm(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.verb, exact: true }).click();
  }
}
