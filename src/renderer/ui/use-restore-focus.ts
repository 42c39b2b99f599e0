import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to where it was when this component goes. `atOnce` for menus, so that a dialog that the menu
 * opened finds the focus where it was before the menu; `afterwards` for dialogs, which hold the focus until they are gone.
 */
export function useRestoreFocus(when: 'atOnce' | 'afterwards'): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const restore = (): void => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
    return () => {
      if (when === 'atOnce') restore();
      else {
        setTimeout(() => {
          if (document.activeElement === null || document.activeElement === document.body) restore();
        });
      }
    };
  }, [when]);
}
