import { fileURLToPath } from 'node:url';
import type { AgentLaunch } from '#backend/powershell/agent/agent-launch';

/** How the stand-in behaves from its start on; what it does with a request depends on the section that is asked for. */
export interface StandInOptions {
  readonly start?: 'exit' | 'crash' | 'silent' | 'banner' | 'refuse' | 'constrained';
  /** Milliseconds between heartbeats; never when left out. */
  readonly beat?: number;
  /** A JSON file: rows by section. */
  readonly sectionsFile?: string;
  /** The pipe of a `serveAnswers` that answers what the stand-in does not know itself. */
  readonly answers?: string;
}

const program = fileURLToPath(new URL('stand-in-agent.mjs', import.meta.url));

/** Starts the stand-in with this Node. */
export function standInLaunch(options: StandInOptions = {}): AgentLaunch {
  return { command: process.execPath, args: [program, JSON.stringify(options)] };
}
