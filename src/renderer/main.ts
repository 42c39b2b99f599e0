import type { Bridge } from '#shared/contract/bridge';
import { bridgeOver } from './lib/bridge';
import { openWindow } from './lib/open-window';

/** Asks for the clusters first: they are on its way while the rest of the window is loaded. */
async function start(bridge: Bridge, root: Element): Promise<void> {
  const [opened, { showWindow }] = await Promise.all([openWindow(bridge), import('./app/show-window')]);
  showWindow(root, opened);
}

const root = document.querySelector('#root');
if (root !== null) {
  start(bridgeOver(window.regroup), root).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    root.textContent = `Regroup could not start: ${message} Close the window and start it again.`;
    void window.regroup.call('app.log', { level: 'error', message });
  });
}
