import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { FolderOpen16Regular } from '@fluentui/react-icons/svg/folder-open';
import { useAppAccess } from '../../../lib/app-context';
import { fieldsOf, type FormField, type FormProblems, type PlaceForm } from './place-form';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '16px', rowGap: '8px', alignItems: 'start' },
  input: { flexGrow: 1, minWidth: 0, width: '100%' },
});

interface FieldWords {
  readonly label: string;
  /** What stands in the empty field: what is used then. */
  readonly placeholder: string;
  readonly required?: true;
}

const words: Readonly<Record<FormField, FieldWords>> = {
  host: { label: 'Node', placeholder: 'demo1.sws.com', required: true },
  cluster: { label: 'Cluster', placeholder: 'hvcluster', required: true },
  user: { label: 'Account', placeholder: 'The one you are signed in with here' },
  port: { label: 'Port', placeholder: 'The usual one' },
  identity: { label: 'File of the private key', placeholder: 'Your usual keys, the agent, or a password' },
  executable: { label: 'PowerShell on the node', placeholder: 'powershell.exe' },
  configuration: { label: 'Endpoint', placeholder: 'Regroup', required: true },
};

interface PlaceFieldsProps {
  readonly form: PlaceForm;
  /** Those that are to be shown. */
  readonly problems: FormProblems;
  readonly onChange: (part: Partial<PlaceForm>) => void;
  readonly onLeave: (field: FormField) => void;
}

/** The fields of the chosen way, and how the connection is called. */
export function PlaceFields({ form, problems, onChange, onLeave }: PlaceFieldsProps) {
  const styles = useStyles();
  const named = form.kind === 'local' ? 'the cluster' : 'the node';
  return (
    <div className={styles.grid}>
      {fieldsOf[form.kind].map((field) => {
        const { label, placeholder, required } = words[field];
        return (
          <Field
            key={field}
            data-field={field}
            label={label}
            required={required === true}
            validationMessage={problems[field]}
            validationState={problems[field] === undefined ? 'none' : 'error'}
          >
            <Input
              className={styles.input}
              value={form[field]}
              placeholder={placeholder}
              maxLength={field === 'identity' ? 4096 : 255}
              spellCheck={false}
              autoComplete="off"
              contentAfter={
                field === 'identity' ? <BrowseButton onChosen={(identity) => onChange({ identity })} /> : undefined
              }
              onChange={(_event, { value }) => onChange({ [field]: value })}
              onBlur={() => onLeave(field)}
            />
          </Field>
        );
      })}
      <Field label="Name in the tree">
        <Input
          className={styles.input}
          value={form.name}
          placeholder={`As ${named} is called`}
          maxLength={100}
          onChange={(_event, { value }) => onChange({ name: value })}
        />
      </Field>
    </div>
  );
}

function BrowseButton({ onChosen }: { readonly onChosen: (path: string) => void }) {
  const { bridge } = useAppAccess();
  const browse = async (): Promise<void> => {
    const chosen = await bridge.call('connections.chooseIdentity', undefined);
    if (chosen.ok && chosen.value !== null) onChosen(chosen.value);
  };
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<FolderOpen16Regular />}
      aria-label="Browse for the file of the private key"
      title="Browse…"
      onClick={() => void browse()}
    />
  );
}
