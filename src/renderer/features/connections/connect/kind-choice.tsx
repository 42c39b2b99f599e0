import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { AppInfo } from '#shared/contract/contract';
import { closedBecause, placeKinds, type PlaceKind } from './place-kinds';

const useStyles = makeStyles({
  group: { marginLeft: '-8px' },
  radio: { '& .fui-Radio__label': { color: 'inherit', fontSize: 'inherit', lineHeight: 'inherit' } },
  words: { display: 'block', color: tokens.colorNeutralForeground3, whiteSpace: 'normal' },
  title: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground3, paddingLeft: '8px' },
  closed: {
    color: tokens.colorNeutralForegroundDisabled,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
});

interface KindChoiceProps {
  readonly kind: PlaceKind;
  readonly app: AppInfo;
  readonly onChange: (kind: PlaceKind) => void;
}

/** The ways to reach a cluster; the chosen one is explained, those that are closed say why. */
export function KindChoice({ kind, app, onChange }: KindChoiceProps) {
  const styles = useStyles();
  return (
    <RadioGroup
      className={styles.group}
      aria-label="How the cluster is reached"
      value={kind}
      onChange={(_event, { value }) => {
        const found = placeKinds.find((candidate) => candidate.kind === value);
        if (found !== undefined) onChange(found.kind);
      }}
    >
      {placeKinds.map(({ kind: each, title, explanation, needs }) => {
        const closed = closedBecause(each, app);
        return (
          <Radio
            key={each}
            className={styles.radio}
            value={each}
            disabled={closed !== null && each !== kind}
            label={
              <>
                <span className={closed === null ? styles.title : styles.closed}>{title}</span>
                {closed === null ? null : <span className={styles.reason}>{closed}</span>}
                {each === kind && closed === null ? (
                  <span className={styles.words}>
                    {explanation} {needs}
                  </span>
                ) : null}
              </>
            }
          />
        );
      })}
    </RadioGroup>
  );
}
