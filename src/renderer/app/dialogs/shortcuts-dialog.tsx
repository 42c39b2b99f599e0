import { DialogFrame } from '../../ui/dialog-frame';
import { PlainTable } from '../../ui/plain-table';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl+O', 'Connect to a cluster'],
  ['F5', 'Read everything anew'],
  ['F6, Shift+F6', 'Next or previous pane'],
  ['Shift+F10, Menu key', 'Menu of the selected object'],
  ['Enter', 'Open the selected object'],
  ['Del', 'Remove or evict the selected object'],
  ['Ctrl+F', 'Filter the grid'],
  ['Up, Down, Home, End, Page Up, Page Down', 'Select in trees and grids'],
  ['Left, Right', 'Close and open in trees'],
  ['Letters', 'Find by the beginning of a name'],
  ['Up from the first row', 'Go to the header: arrows choose a column, Enter sorts, Shift+arrows change its width'],
  ['Ctrl+Shift+F', 'Find in the terminal'],
  ['Ctrl+Plus, Ctrl+Minus', 'Larger or smaller text in the terminal'],
  ['Esc', 'Close a dialog, clear the filter'],
];

/** The keys of the window. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame title="Keyboard Shortcuts" onClose={onClose} width={600}>
      <PlainTable
        label="Keyboard Shortcuts"
        columns={[{ title: 'Key' }, { title: 'What it does' }]}
        rows={keys.map(([key, what]) => ({ id: key, cells: [key, what] }))}
      />
    </DialogFrame>
  );
}
