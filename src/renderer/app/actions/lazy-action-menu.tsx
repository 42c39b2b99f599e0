import { lazy, Suspense } from 'react';
import type { ActionMenuProps } from './action-menu';

const ActionMenu = lazy(() => import('./action-menu').then((file) => ({ default: file.ActionMenu })));

/** The context menu, loaded when it is first opened. */
export function LazyActionMenu(props: ActionMenuProps) {
  return (
    <Suspense>
      <ActionMenu {...props} />
    </Suspense>
  );
}
