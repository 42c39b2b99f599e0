import { makeStyles, tokens } from '@fluentui/react-components';
import { lineEnd } from './fitting-columns';

/** Height of a row and of the header, pixels. */
export const rowHeight = 28;

const selected = {
  backgroundColor: tokens.colorSubtleBackgroundSelected,
  boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandBackground}`,
} as const;

/** Looks of the grid. */
export const useGridStyles = makeStyles({
  frame: { position: 'relative', flexGrow: 1, minHeight: 0 },
  grid: {
    position: 'absolute',
    inset: 0,
    // While it is scrolled nothing around it is laid out.
    contain: 'strict',
    overflow: 'auto',
    outlineStyle: 'none',
    fontSize: '12.5px',
    lineHeight: '18px',
    cursor: 'default',
    // What a focused grid shows is its row; an empty one shows itself.
    '&:focus-visible [aria-selected="true"]': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '&:focus-visible:not([aria-activedescendant])': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'var(--grid-columns)',
    height: `${rowHeight}px`,
    minWidth: '100%',
    width: 'var(--grid-width)',
    boxSizing: 'border-box',
    alignItems: 'center',
    paddingRight: `${lineEnd}px`,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    width: 'fit-content',
    minWidth: '100%',
    boxSizing: 'border-box',
  },
  headCell: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    height: '100%',
    padding: '0 8px',
    ':first-child': { paddingLeft: '12px' },
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    userSelect: 'none',
    outlineStyle: 'none',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  headText: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  headEnd: { justifyContent: 'flex-end' },
  handle: {
    position: 'absolute',
    top: '6px',
    bottom: '6px',
    right: '-4px',
    width: '8px',
    zIndex: 1,
    cursor: 'col-resize',
    touchAction: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      top: 0,
      bottom: 0,
      left: '3px',
      width: '1px',
      backgroundColor: 'transparent',
    },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
  },
  handleActive: { '::after': { backgroundColor: tokens.colorCompoundBrandStroke } },
  body: { position: 'relative', minWidth: '100%', width: 'fit-content' },
  row: {
    contain: 'strict',
    position: 'absolute',
    top: 0,
    left: 0,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media (forced-colors: active)': {
      '&[aria-selected="true"]': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
      '&[aria-selected="true"] *': { color: 'HighlightText' },
    },
  },
  selected: { ...selected, ':hover': selected },
  cell: {
    padding: '0 8px',
    ':first-child': { paddingLeft: '12px' },
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  end: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  name: { fontWeight: tokens.fontWeightSemibold },
});
