import { afterAll, afterEach } from 'vitest';
import type { AgentResult } from '#backend/powershell/agent/agent-request';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { JsonValue } from '#shared/model/operation';
import { fakeModuleFolder, powerShellFolder, pwshLaunch } from './pwsh';
import { agentRig, type AgentRig } from './stand-in-agent/agent-rig';

/** Names of groups that would be patterns, and are only names. */
export const patterns = ['*', 'VM[1]*', '?', '`n `$x ``', '[a-z]'];
const asUtf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');

/** The real agent in a real PowerShell, with the module of the tests. */
export interface RealAgents {
  /** One of its own, perhaps with one more part. */
  readonly rig: (open?: { readonly [name: string]: JsonValue }, part?: string) => AgentRig;
  /** The agent that tests share which leave it as it was; a PowerShell takes its time to start. */
  readonly shared: () => AgentRig;
}

/** Agents that are closed after the test, the shared one after the file. `pwsh`: the executable. */
export function realAgents(pwsh: string): RealAgents {
  const rigs: AgentRig[] = [];
  const kept: AgentRig[] = [];
  afterAll(() => {
    for (const { agent } of kept) void agent.close();
  });
  afterEach(() => {
    for (const { agent } of rigs.splice(0)) void agent.close();
  });
  const rig: RealAgents['rig'] = (open = {}, part = '') => {
    const made = agentRig({
      launch: { ...pwshLaunch(pwsh), environment: { REGROUP_TEST_GROUPS: patterns.map(asUtf16).join(',') } },
      script: readAgentScript(powerShellFolder, part),
      open: { modulePath: fakeModuleFolder, ...open },
    });
    rigs.push(made);
    return made;
  };
  return {
    rig,
    shared: () => {
      const made = kept[0] ?? rig();
      if (kept.length === 0) kept.push(...rigs.splice(rigs.indexOf(made), 1));
      return made;
    },
  };
}

/** A call of a step. */
export interface AgentCall {
  readonly cmdlet: string;
  readonly parameters: { readonly [name: string]: JsonValue };
}

/** The call that starts a group; what it does depends on the name. */
export const start = (name: string): AgentCall => ({
  cmdlet: 'Start-ClusterGroup',
  parameters: { Name: name, Wait: 0 },
});

/** Runs calls as one pipeline. */
export function runCalls({ agent }: AgentRig, calls: readonly AgentCall[], signal?: AbortSignal): Promise<AgentResult> {
  const steps = [{ kind: 'pipeline', calls: calls.map(({ cmdlet, parameters }) => ({ cmdlet, parameters })) }];
  return agent.run({ op: 'run', args: { steps }, timeout: 60_000, signal });
}
