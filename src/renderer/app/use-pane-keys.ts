import { useEffect } from 'react';
import { isDialogOpen } from './dialogs/is-dialog-open';

/** What F6 goes through, in this order. */
const panes = ['tree', 'place', 'details', 'tasks', 'actions', 'panel'] as const;

const focusable =
  '[tabindex="0"], a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), select, textarea';

/** The place that takes the focus in a pane: its grid, tree or chosen tab rather than what stands before it. */
const preferred =
  '[role="grid"], [role="treeitem"][tabindex="0"], [role="tab"][aria-selected="true"], ul[tabindex="0"]';

/** F6 and Shift+F6 go from pane to pane, Ctrl+F to the filter. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isDialogOpen()) return;
      if (event.key === 'F6') focusPane(event.shiftKey ? -1 : 1);
      else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey) focusFilter();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function focusPane(step: 1 | -1): void {
  const present = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`) ?? []);
  const at = present.findIndex((pane) => pane.contains(document.activeElement));
  const start = at < 0 && step < 0 ? 0 : at;
  const next = present[(start + step + present.length) % present.length];
  const inside = next?.querySelector<HTMLElement>(preferred) ?? next?.querySelector<HTMLElement>(focusable);
  // A pane with nothing to act on takes the focus itself, so that it is read and the way goes on from there.
  (inside ?? next)?.focus();
}

function focusFilter(): void {
  document.querySelector<HTMLElement>('[data-pane="place"] input[type="search"]')?.focus();
}
