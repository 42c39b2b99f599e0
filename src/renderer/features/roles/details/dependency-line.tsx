import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { resourceStatus } from '../../../lib/resource-status';
import { Status } from '../../../ui/status';
import type { DependencyLine } from '../dependency-tree';

const stroke = `1px solid ${tokens.colorNeutralStroke1}`;

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'stretch', height: '26px' },
  trunk: { width: '22px', flexShrink: 0, position: 'relative' },
  goesOn: { '::before': { content: '""', position: 'absolute', left: '7px', top: 0, bottom: 0, borderLeft: stroke } },
  branch: {
    '::before': { content: '""', position: 'absolute', left: '7px', top: 0, height: '13px', borderLeft: stroke },
    '::after': { content: '""', position: 'absolute', left: '7px', right: '4px', top: '13px', borderTop: stroke },
  },
  branchOn: {
    '::before': { content: '""', position: 'absolute', left: '7px', top: 0, bottom: 0, borderLeft: stroke },
    '::after': { content: '""', position: 'absolute', left: '7px', right: '4px', top: '13px', borderTop: stroke },
  },
  content: { display: 'flex', alignItems: 'center', gap: '12px', minWidth: 0, whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** One line of the dependency tree with the lines that lead to it. */
export function DependencyLineView({ line }: { readonly line: DependencyLine }) {
  const styles = useStyles();
  return (
    <li className={styles.line} aria-level={line.depth + 1}>
      {line.trunks.map((goesOn, index) => (
        <span key={index} className={mergeClasses(styles.trunk, goesOn && styles.goesOn)} aria-hidden />
      ))}
      {line.depth === 0 ? null : (
        <span className={mergeClasses(styles.trunk, line.last ? styles.branch : styles.branchOn)} aria-hidden />
      )}
      <span className={styles.content}>
        <Content content={line.content} />
      </span>
    </li>
  );
}

function Content({ content }: Pick<DependencyLine, 'content'>) {
  const styles = useStyles();
  switch (content.kind) {
    case 'resource':
      return (
        <>
          <span className={styles.name}>{content.resource.name}</span>
          <Status {...resourceStatus(content.resource.state)} />
          <span className={styles.faint}>{content.resource.resourceType}</span>
        </>
      );
    case 'group':
      return <span className={styles.faint}>{content.join === 'or' ? 'one of these is enough' : 'all of these'}</span>;
    case 'missing':
      return (
        <>
          <span className={styles.name}>{content.name}</span>
          <span className={styles.faint}>is not in this role</span>
        </>
      );
  }
}
