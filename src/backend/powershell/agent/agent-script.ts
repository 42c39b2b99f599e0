import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The agent's script as it is sent: the parts of `agent/` by name, then the loop. `folder`: resources/powershell; `part`: one
 * more part, before the loop.
 */
export function readAgentScript(folder: string, part = ''): string {
  const parts = readdirSync(join(folder, 'agent'))
    .filter((name) => name.endsWith('.ps1'))
    .sort();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return [...parts.map((name) => read(join('agent', name))), part, read('agent.ps1')].join('\n');
}
