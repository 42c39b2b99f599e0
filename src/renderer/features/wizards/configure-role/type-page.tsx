import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { roleTypes, type RoleType } from './role-types';

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column' },
  title: { display: 'flex', gap: '8px' },
  faint: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export interface TypePageProps {
  readonly type: RoleType['id'] | null;
  readonly onChoose: (type: RoleType['id']) => void;
}

/** Every kind of role with what it is; those that cannot be made yet say so. */
export function TypePage({ type, onChoose }: TypePageProps) {
  const styles = useStyles();
  return (
    <RadioGroup
      value={type ?? ''}
      onChange={(_event, { value }) => {
        const chosen = roleTypes.find(({ id }) => id === value);
        if (chosen !== undefined) onChoose(chosen.id);
      }}
      aria-label="Service or application"
    >
      {roleTypes.map(({ id, title, explanation, selectable }) => (
        <Radio
          key={id}
          value={id}
          disabled={!selectable}
          aria-label={title}
          aria-description={selectable ? explanation : `Not yet available. ${explanation}`}
          label={
            <span className={styles.label}>
              <span className={styles.title}>
                <span className={mergeClasses(selectable && styles.strong)}>{title}</span>
                {selectable ? null : <span className={styles.faint}>not yet available</span>}
              </span>
              <span className={styles.faint}>{explanation}</span>
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}
