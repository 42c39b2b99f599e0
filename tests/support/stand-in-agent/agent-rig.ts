import { createAgent, type Agent } from '#backend/powershell/agent/agent';
import type { AgentLaunch } from '#backend/powershell/agent/agent-launch';
import type { AgentPush } from '#backend/powershell/agent/agent-session';
import type { AgentRequest, AgentResult } from '#backend/powershell/agent/agent-request';
import type { JsonValue } from '#shared/model/operation';
import { ManualTime } from '../manual-time';

/** An agent in a test: time stands still, the log and the pushes are kept. */
export interface AgentRig {
  readonly agent: Agent;
  readonly time: ManualTime;
  readonly log: readonly string[];
  readonly pushes: readonly AgentPush[];
  /** Waits until the log says this. */
  readonly logged: (text: string) => Promise<void>;
  /** Waits until so many pushes have come. */
  readonly pushed: (count: number) => Promise<void>;
  readonly read: (section: string, more?: Partial<AgentRequest>) => Promise<AgentResult>;
}

interface RigOptions {
  readonly launch: AgentLaunch;
  readonly script?: string;
  readonly open?: { readonly [name: string]: JsonValue };
}

/** An agent whose process `launch` starts. Close it at the end. */
export function agentRig({ launch, script = '', open = {} }: RigOptions): AgentRig {
  const time = new ManualTime();
  const log: string[] = [];
  const pushes: AgentPush[] = [];
  let onPushed = (): void => undefined;
  const waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  const agent = createAgent(
    { launch, open },
    {
      script,
      time,
      log: (_, text) => {
        log.push(text);
        waiting.filter((each) => text.includes(each.text)).forEach(({ resolve }) => resolve());
      },
      onPush: (push) => {
        pushes.push(push);
        onPushed();
      },
    },
  );
  return {
    agent,
    time,
    log,
    pushes,
    logged: (text) =>
      log.some((line) => line.includes(text))
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ text, resolve })),
    pushed: async (count) => {
      while (pushes.length < count) await new Promise<void>((resolve) => (onPushed = resolve));
    },
    read: (section, more = {}) => agent.run({ op: 'read', args: { section }, timeout: 30_000, ...more }),
  };
}
