import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Tree } from './tree';
import type { TreeItem } from './tree-types';

const items: readonly TreeItem[] = [
  {
    id: 'cluster',
    name: 'HVCLUSTER',
    children: [
      {
        id: 'roles',
        name: 'Services and applications',
        badge: { tone: 'error', text: '1', description: '1 role failed' },
      },
      {
        id: 'nodes',
        name: 'Nodes',
        children: [
          { id: 'n1', name: 'Demo1' },
          { id: 'n2', name: 'Demo2', description: 'Down', mark: 'error' },
        ],
      },
    ],
  },
];

function Example({ onContextMenu }: { readonly onContextMenu?: (id: string) => void }) {
  const [selected, setSelected] = useState('roles');
  return (
    <FluentProvider theme={webLightTheme}>
      <Tree
        name="Clusters"
        items={items}
        selected={selected}
        onSelect={setSelected}
        {...(onContextMenu === undefined ? {} : { onContextMenu })}
      />
    </FluentProvider>
  );
}

const item = (name: string) => screen.getByRole('treeitem', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');

afterEach(cleanup);

describe('tree', () => {
  it('names its items exactly, with badges and states as descriptions', () => {
    render(<Example />);
    expect(screen.getByRole('tree', { name: 'Clusters' })).toBeTruthy();
    expect(
      screen.getByRole('treeitem', { name: 'Services and applications', description: '1 role failed' }),
    ).toBeTruthy();
    expect(screen.getByRole('treeitem', { name: 'Demo2', description: 'Down' })).toBeTruthy();
    expect(item('Demo1').getAttribute('aria-level')).toBe('3');
    expect(item('Demo2').getAttribute('aria-posinset')).toBe('2');
  });

  it('selects with the arrows, closes and opens with left and right', async () => {
    render(<Example />);
    act(() => item('Services and applications').focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(item('Nodes').getAttribute('aria-selected')).toBe('true');
    expect(focused()).toBe('Nodes');
    await userEvent.keyboard('{ArrowLeft}');
    expect(item('Nodes').getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('treeitem', { name: 'Demo1' })).toBeNull();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('Demo1');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('HVCLUSTER');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('Nodes');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('HVCLUSTER');
  });

  it('finds an item by its first letters', async () => {
    render(<Example />);
    act(() => item('Services and applications').focus());
    await userEvent.keyboard('demo2');
    expect(focused()).toBe('Demo2');
  });

  it('stays reachable when the selected item is closed away', async () => {
    render(<Example />);
    await userEvent.click(item('Demo1'));
    const closer = item('Nodes').querySelector('span');
    if (closer === null) throw new Error('There is nothing to close it with.');
    await userEvent.click(closer);
    expect(screen.getAllByRole('treeitem').filter((element) => element.tabIndex === 0)).toHaveLength(1);
  });

  it('opens a menu for the focused item with Shift+F10', async () => {
    const opened: string[] = [];
    render(<Example onContextMenu={(id) => opened.push(id)} />);
    act(() => item('Services and applications').focus());
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    expect(opened).toEqual(['roles']);
  });
});
