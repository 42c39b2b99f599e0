import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

const useStyles = makeStyles({
  group: { height: '100%', width: '100%' },
  pane: { position: 'relative', minWidth: 0, minHeight: 0, height: '100%' },
  // Laid out by itself: boxes that share out their room measure what is in them twice, at each level that they are nested,
  // so a row that changes would lay out its pane again and again.
  content: {
    position: 'absolute',
    inset: 0,
    contain: 'strict',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
  },
  separator: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralStroke2,
    outlineStyle: 'none',
    transitionProperty: 'background-color',
    transitionDuration: '100ms',
    ':hover': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':focus-visible': {
      backgroundColor: tokens.colorCompoundBrandStroke,
      outline: `1px solid ${tokens.colorStrokeFocus2}`,
    },
    '&[data-separator="active"]': { backgroundColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  horizontal: { width: '1px' },
  vertical: { height: '1px' },
});

/** One pane of a group. */
export interface PaneDefinition {
  /** Its key in the kept sizes. */
  readonly id: string;
  readonly content: ReactNode;
  /** Pixels or percent, for example `250px`, `35%`. */
  readonly defaultSize?: string;
  readonly minSize: string;
  readonly maxSize?: string;
  /** Keeps its pixels when the window is resized. */
  readonly fixed?: true;
  /** What the line before it resizes: the name of the separator. */
  readonly label?: string;
}

/** Percent by pane. */
export type PaneLayout = Readonly<Record<string, number>>;

export interface PanesProps {
  /** Its key in the kept sizes. */
  readonly name: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panes: readonly PaneDefinition[];
  /** Sizes that were kept; ignored when they are of other panes. */
  readonly layout: PaneLayout | undefined;
  /** The user dragged a line. */
  readonly onLayoutChange: (layout: PaneLayout) => void;
}

/** Panes side by side or one above the other, with lines between them that can be dragged or moved with the arrow keys. */
export function Panes({ name, direction, panes, layout, onLayoutChange }: PanesProps) {
  const styles = useStyles();
  const fits =
    layout !== undefined && panes.every(({ id }) => id in layout) && Object.keys(layout).length === panes.length;
  return (
    <Group
      className={styles.group}
      id={name}
      orientation={direction}
      defaultLayout={fits ? layout : undefined}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (isUserInteraction) onLayoutChange(next);
      }}
    >
      {panes.map((pane, index) => [
        index === 0 ? null : (
          <Separator
            key={`${pane.id} separator`}
            className={mergeClasses(styles.separator, styles[direction])}
            aria-label={pane.label}
          />
        ),
        <Panel
          key={pane.id}
          id={pane.id}
          className={styles.pane}
          defaultSize={pane.defaultSize}
          minSize={pane.minSize}
          maxSize={pane.maxSize}
          groupResizeBehavior={pane.fixed === true ? 'preserve-pixel-size' : 'preserve-relative-size'}
        >
          <div className={styles.content}>{pane.content}</div>
        </Panel>,
      ])}
    </Group>
  );
}
