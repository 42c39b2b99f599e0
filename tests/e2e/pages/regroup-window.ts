import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { ActionsPane } from './actions-pane';
import { ConnectDialog } from './connect-dialog';
import { ConfigureRoleWizard } from './configure-role-wizard';
import { FaultsPanel } from './faults-panel';
import { MyActionsTab } from './my-actions-tab';
import { MoveDialog } from './move-dialog';
import { TerminalTab } from './terminal-tab';

/** The main window, found by roles and names as a screen reader does. */
export class RegroupWindow {
  readonly tree: Locator;
  readonly details: Locator;
  readonly tasks: Locator;
  readonly banner: Locator;
  readonly actions: ActionsPane;
  readonly wizard: ConfigureRoleWizard;
  readonly faults: FaultsPanel;
  readonly terminal: TerminalTab;
  readonly myActions: MyActionsTab;

  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {
    this.tree = page.getByRole('tree', { name: 'Clusters' });
    this.details = page.getByRole('region', { name: 'Details' });
    this.tasks = page.getByRole('region', { name: 'Tasks' });
    this.banner = page.getByRole('banner');
    this.actions = new ActionsPane(page);
    this.wizard = new ConfigureRoleWizard(page);
    this.faults = new FaultsPanel(page);
    this.terminal = new TerminalTab(page);
    this.myActions = new MyActionsTab(page);
  }

  /** Waits until the cluster is on screen: painted, and the window, which is hidden until then, shown. */
  async ready(): Promise<void> {
    await expect(this.treeItem('Services and applications')).toBeVisible();
    const isShown = (): Promise<boolean> =>
      this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    await expect.poll(isShown).toBe(true);
  }

  /** Opens the dialog that adds a connection. */
  async connectToCluster(): Promise<ConnectDialog> {
    await this.page.getByRole('button', { name: 'Connect to Cluster', exact: true }).first().click();
    const opened = new ConnectDialog(this.page, 'Connect to Cluster');
    await expect(opened.dialog).toBeVisible();
    return opened;
  }

  treeItem(name: string): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true });
  }

  /** Goes to a place of the tree; answers its grid. */
  async open(place: string): Promise<Locator> {
    await this.treeItem(place).click();
    return this.grid(place);
  }

  grid(name: string): Locator {
    return this.page.getByRole('grid', { name, exact: true });
  }

  /** A row of the present place (the details may have a row of the same name). */
  row(name: string): Locator {
    return this.page.getByRole('grid').first().getByRole('row', { name, exact: true });
  }

  /** Selects a row of the present place. */
  async select(name: string): Promise<Locator> {
    const row = this.row(name);
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    return row;
  }

  /** Opens Services and applications with a role selected. */
  async selectRole(name: string): Promise<Locator> {
    await this.open('Services and applications');
    return this.select(name);
  }

  /** The dialog of a command, by its title. */
  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title, exact: true });
  }

  /** The dialog that asks where to move a role to. */
  moveDialog(title: 'Move' | 'Live Migrate' | 'Quick Migrate'): MoveDialog {
    return new MoveDialog(this.dialog(title), title);
  }

  /** A tab of the details. */
  async detailsTab(name: string): Promise<void> {
    await this.details.getByRole('tab', { name, exact: true }).click();
  }

  /** Sets how fast simulated time runs. */
  async speed(label: '1x' | '10x' | '60x'): Promise<void> {
    await this.banner
      .getByRole('radio', { name: label, exact: true })
      .or(this.banner.getByRole('button', { name: label, exact: true }))
      .click();
  }

  /** The task with this title. */
  task(title: string | RegExp): Locator {
    return this.tasks.getByRole('listitem').or(this.tasks.getByRole('row')).filter({ hasText: title });
  }
}
