import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { roleTypes, type RoleType } from './role-types';

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column' },
  title: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  laterTitle: { color: tokens.colorNeutralForeground2 },
  faint: { color: tokens.colorNeutralForeground3 },
  later: {
    alignSelf: 'stretch',
    margin: '10px 0 2px',
    paddingTop: '10px',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface TypePageProps {
  readonly type: RoleType['id'] | null;
  readonly onChoose: (type: RoleType['id']) => void;
}

/** Every kind of role with what it is: first what can be made, then what cannot be made yet. */
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
      {roleTypes
        .filter(({ selectable }) => selectable)
        .map((entry) => (
          <TypeOption key={entry.id} type={entry} />
        ))}
      <h4 className={styles.later}>Not yet available</h4>
      {roleTypes
        .filter(({ selectable }) => !selectable)
        .map((entry) => (
          <TypeOption key={entry.id} type={entry} />
        ))}
    </RadioGroup>
  );
}

function TypeOption({ type: { id, title, explanation, selectable } }: { readonly type: RoleType }) {
  const styles = useStyles();
  return (
    <Radio
      value={id}
      disabled={!selectable}
      aria-label={title}
      aria-description={selectable ? explanation : `Not yet available. ${explanation}`}
      label={
        <span className={styles.label}>
          <span className={selectable ? styles.title : styles.laterTitle}>{title}</span>
          <span className={styles.faint}>{explanation}</span>
        </span>
      }
    />
  );
}
