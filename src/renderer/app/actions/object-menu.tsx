import type { ObjectReference } from '#shared/model/object-reference';
import type { Point } from '../../ui/grid/grid';
import { useShell } from '../shell-context';
import { LazyActionMenu } from './lazy-action-menu';
import { useActions } from './use-actions';
import { useCarryOut } from './use-carry-out';

interface ObjectMenuProps {
  readonly target: ObjectReference;
  readonly at: Point;
  readonly onClose: () => void;
}

/** The context menu of an object that is no row of the place's own grid, for lists in the details. */
export function ObjectMenu({ target, at, onClose }: ObjectMenuProps) {
  const { state } = useShell();
  const { selection } = useActions(state.place, target);
  const carryOut = useCarryOut();
  const choose: typeof carryOut = (choice) => {
    onClose();
    carryOut(choice);
  };
  return <LazyActionMenu at={at} groups={[selection]} onChoose={choose} onClose={onClose} />;
}
