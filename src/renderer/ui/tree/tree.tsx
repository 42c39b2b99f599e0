import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { typeLetter, type TypedName } from '../grid/keyboard';
import { Badge } from '../badge';
import { ToneIcon } from '../status';
import { treeMove, treeTyped, type TreeMove } from './tree-keyboard';
import { visibleItems, type TreeItem, type VisibleItem } from './tree-types';

const indent = 14;

const useStyles = makeStyles({
  tree: { margin: 0, padding: '4px 0', outlineStyle: 'none', overflow: 'auto', flexGrow: 1, minHeight: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    minHeight: '28px',
    paddingRight: '10px',
    cursor: 'default',
    outlineStyle: 'none',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': {
      '&[aria-selected="true"]': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
      '&[aria-selected="true"] *': { color: 'HighlightText' },
    },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundSelected },
  },
  root: { fontWeight: tokens.fontWeightSemibold },
  expander: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '16px',
    height: '24px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
  },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  nameBesideAside: { flexGrow: 0, flexShrink: 1 },
  aside: {
    flexGrow: 1,
    flexShrink: 1000,
    flexBasis: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: '11.5px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  note: {
    display: 'flex',
    flexShrink: 0,
    fontSize: '11.5px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  hidden: { display: 'none' },
});

export interface TreeProps {
  /** The accessible name. */
  readonly name: string;
  readonly items: readonly TreeItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** A right click, Shift+F10 or the menu key. The item is selected before. */
  readonly onContextMenu?: (id: string, at: { readonly x: number; readonly y: number }) => void;
  /** Enter or a double click on an item that has nothing below it. */
  readonly onActivate?: (id: string) => void;
}

/** A tree with one selected item; the selection follows the focus. Everything is open until the user closes it. */
export function Tree({ name, items, selected, onSelect, onContextMenu, onActivate }: TreeProps) {
  const styles = useStyles();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef<TypedName>({ text: '', at: 0 });
  const visible = useMemo(() => visibleItems(items, (id) => collapsed.has(id)), [items, collapsed]);
  // An item inside a closed one cannot have the focus: the one that was closed over it has it.
  const focusable = visible.some(({ item }) => item.id === selected) ? selected : (visible[0]?.item.id ?? '');

  useEffect(() => {
    const element = list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(focusable)}"]`);
    if (list.current?.contains(document.activeElement) === true) element?.focus();
    else element?.scrollIntoView({ block: 'nearest' });
  }, [focusable]);

  const toggle = (id: string): void =>
    setCollapsed((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );

  const carryOut = (move: TreeMove | undefined): void => {
    if (move?.kind === 'select') onSelect(move.id);
    else if (move !== undefined) toggle(move.id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, { item, expanded }: VisibleItem): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(event.key, visible, item.id);
    if (move !== undefined) carryOut(move);
    else if ((event.key === 'Enter' || event.key === ' ') && expanded !== undefined) toggle(item.id);
    else if (event.key === 'Enter') onActivate?.(item.id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect();
      onContextMenu?.(item.id, { x: box.left + 40, y: box.bottom });
    } else if (event.key.length === 1 && event.key !== ' ') {
      typed.current = typeLetter(typed.current, event.key, event.timeStamp);
      carryOut(treeTyped(visible, item.id, typed.current));
    } else return;
    event.preventDefault();
  };

  return (
    <ul ref={list} role="tree" aria-label={name} className={styles.tree}>
      {visible.map((entry) => (
        <TreeRow
          key={entry.item.id}
          entry={entry}
          selected={entry.item.id === selected}
          focusable={entry.item.id === focusable}
          onSelect={onSelect}
          onToggle={toggle}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
          onActivate={onActivate}
        />
      ))}
    </ul>
  );
}

interface TreeRowProps extends Pick<TreeProps, 'onSelect' | 'onContextMenu' | 'onActivate'> {
  readonly entry: VisibleItem;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly onToggle: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, entry: VisibleItem) => void;
}

function TreeRow(props: TreeRowProps) {
  const { entry, selected, focusable, onSelect, onToggle, onKeyDown, onContextMenu, onActivate } = props;
  const styles = useStyles();
  const describedBy = useId();
  const { item, level, expanded } = entry;
  const description = [item.description, item.badge?.description].filter((part) => part !== undefined).join(', ');
  return (
    <li
      role="treeitem"
      aria-label={item.name}
      aria-level={level}
      aria-posinset={entry.position}
      aria-setsize={entry.siblings}
      aria-expanded={expanded}
      aria-selected={selected}
      aria-describedby={description === '' ? undefined : describedBy}
      data-item={item.id}
      tabIndex={focusable ? 0 : -1}
      className={mergeClasses(
        styles.item,
        level === 1 && styles.root,
        item.quiet && styles.quiet,
        selected && styles.selected,
      )}
      style={{ paddingLeft: 4 + (level - 1) * indent }}
      onFocus={() => (selected ? undefined : onSelect(item.id))}
      onClick={() => onSelect(item.id)}
      onDoubleClick={() => (expanded === undefined ? onActivate?.(item.id) : onToggle(item.id))}
      onKeyDown={(event) => onKeyDown(event, entry)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (event.button !== 2 && !event.ctrlKey) return;
        onSelect(item.id);
        onContextMenu?.(item.id, { x: event.clientX, y: event.clientY });
      }}
    >
      <span
        className={styles.expander}
        aria-hidden
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          onToggle(item.id);
        }}
      >
        {expanded === undefined ? null : expanded ? <ChevronDown12Regular /> : <ChevronRight12Regular />}
      </span>
      {item.icon === undefined && item.busy !== true ? null : (
        <span className={styles.icon} aria-hidden>
          {item.busy === true ? <Spinner size="extra-tiny" /> : item.icon}
        </span>
      )}
      <span
        className={mergeClasses(styles.name, item.aside !== undefined && styles.nameBesideAside)}
        title={item.aside === undefined ? item.name : `${item.name} (${item.aside})`}
      >
        {item.name}
      </span>
      {item.aside === undefined ? null : (
        <span className={styles.aside} title={item.aside} aria-hidden>
          {item.aside}
        </span>
      )}
      {item.note === undefined ? null : (
        <span className={styles.note} title={item.description} aria-hidden>
          {item.note}
        </span>
      )}
      {item.mark === undefined ? null : (
        <span title={item.description}>
          <ToneIcon tone={item.mark} />
        </span>
      )}
      {item.badge === undefined ? null : (
        <Badge tone={item.badge.tone} text={item.badge.text} title={item.badge.description} />
      )}
      {description === '' ? null : (
        <span id={describedBy} className={styles.hidden}>
          {description}
        </span>
      )}
    </li>
  );
}
