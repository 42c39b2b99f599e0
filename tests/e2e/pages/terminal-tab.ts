import { expect, type Locator, type Page } from '@playwright/test';

/** The tab PowerShell below the place. */
export class TerminalTab {
  readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('tabpanel', { name: 'PowerShell', exact: true });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'PowerShell', exact: true }).click();
  }

  /** What the screen shows, line by line, as a screen reader finds it. */
  get screen(): Locator {
    return this.panel.locator('.xterm-rows');
  }

  /** Waits until the shell asks for its first command. */
  async ready(): Promise<void> {
    await expect(this.screen).toContainText(/\$ClusterName is .*PS [^>]*>/);
  }

  /** Types a line and runs it. */
  async run(line: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: 'Terminal input' }).focus();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }

  /** Pastes a text as the user's clipboard would. */
  async paste(text: string): Promise<void> {
    const input = this.panel.getByRole('textbox', { name: 'Terminal input' });
    await input.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }
}
