import type { RealTime } from '../../real-time';
import type { AgentLog } from '../agent/agent-request';

/** What every transport needs of the program that it is part of. */
export interface TransportSurroundings {
  /** The agent's script, see `readAgentScript`. */
  readonly script: string;
  readonly time: RealTime;
  readonly log: AgentLog;
}
