import { Button } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { Point } from '../../ui/grid/grid';
import { LazyActionMenu } from './lazy-action-menu';
import { useCarryOut } from './use-carry-out';
import type { ActionGroups } from './use-actions';

/** Stands in for the actions pane while it is hidden: the same actions as a menu. */
export function ActionsButton({ groups }: { readonly groups: ActionGroups }) {
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const carryOut = useCarryOut();
  return (
    <>
      <Button
        size="small"
        icon={<MoreHorizontal16Regular />}
        aria-haspopup="menu"
        aria-expanded={menuAt !== null}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setMenuAt({ x: box.left, y: box.bottom + 2 });
        }}
      >
        Actions
      </Button>
      {menuAt === null ? null : (
        <LazyActionMenu
          at={menuAt}
          groups={[groups.place, groups.selection, groups.connection]}
          onChoose={carryOut}
          onClose={() => setMenuAt(null)}
        />
      )}
    </>
  );
}
