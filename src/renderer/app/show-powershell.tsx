import { Button } from '@fluentui/react-components';
import { Code16Regular } from '@fluentui/react-icons/svg/code';
import { useState } from 'react';
import { commandOf, type CommandName } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import type { ClusterView } from '#shared/model/cluster-view';
import type { CommandInput } from '../lib/cluster-client';
import { useCluster } from '../lib/cluster-context';
import { useCopyText } from '../lib/mutations';
import { CodeBlock } from '../ui/code-block';

interface ShowPowerShellProps {
  readonly command: CommandName;
  readonly input: CommandInput;
}

/** The PowerShell of a command with its input, naming its cluster; null while the input is not complete. */
export function scriptOf(command: CommandName, input: CommandInput, view: ClusterView): string | null {
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  return parsed.success ? renderScript(definition.script(parsed.data, view), view.snapshot.cluster.name) : null;
}

/** A button that shows the PowerShell behind a command with its input. Nothing while the input is not complete. */
export function ShowPowerShell({ command, input }: ShowPowerShellProps) {
  const code = useCluster((view) => scriptOf(command, input, view));
  return code === null ? null : <ShowScript code={code} />;
}

/** A button that shows a script. */
export function ShowScript({ code }: { readonly code: string }) {
  const [shown, setShown] = useState(false);
  const copy = useCopyText();
  return (
    <>
      <div>
        <Button size="small" icon={<Code16Regular />} aria-expanded={shown} onClick={() => setShown(!shown)}>
          Show PowerShell
        </Button>
      </div>
      {shown ? <CodeBlock label="PowerShell" code={code} onCopy={copy.mutateAsync} /> : null}
    </>
  );
}
