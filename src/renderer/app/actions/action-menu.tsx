import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useRestoreFocus } from '../../ui/use-restore-focus';
import type { Point } from '../../ui/grid/grid';
import { ActionIcon } from './action-icon';
import { shortcutText } from './action-list';
import { reasonOf, type Action, type ActionChoice } from './actions';

export interface ActionMenuProps {
  readonly at: Point;
  /** With a line between them; empty ones are left out. */
  readonly groups: readonly (readonly Action[])[];
  readonly onChoose: (choice: ActionChoice) => void;
  readonly onClose: () => void;
}

/** The context menu: exactly the actions of the pane. */
export function ActionMenu({ at, groups, onChoose, onClose }: ActionMenuProps) {
  const target = useMemo(() => pointTarget(at), [at]);
  useRestoreFocus('atOnce');
  return (
    <Menu
      open
      hasIcons
      surfaceMotion={null}
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_event, { open }) => (open ? undefined : onClose())}
    >
      <MenuPopover>
        <MenuList>
          {groups
            .filter((group) => group.length > 0)
            .map((group, index) => [
              index === 0 ? null : <MenuDivider key={`line ${index}`} />,
              ...group.map((action) => (
                <ActionMenuItem key={`${index} ${action.key}`} action={action} onChoose={onChoose} />
              )),
            ])}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ActionMenuItem({ action, onChoose }: { readonly action: Action } & Pick<ActionMenuProps, 'onChoose'>) {
  const reason = reasonOf(action);
  return (
    <MenuItem
      aria-label={action.title}
      aria-description={reason}
      title={reason}
      disabled={reason !== undefined}
      icon={<ActionIcon choice={action.choice} />}
      secondaryContent={action.shortcut === null ? undefined : shortcutText(action.shortcut)}
      onClick={() => onChoose(action.choice)}
    >
      {action.title}
      {action.asks ? '…' : ''}
    </MenuItem>
  );
}

function pointTarget({ x, y }: Point): { getBoundingClientRect(): DOMRect } {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
