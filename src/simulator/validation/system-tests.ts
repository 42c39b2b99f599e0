import { isAtLeast } from '#shared/model/release';
import type { Simulation } from '../engine/simulation';
import {
  differences,
  inWords,
  passed,
  unless,
  type Finding,
  type ValidationTestDefinition,
} from './validation-subject';

function version(osBuild: string): string {
  return osBuild.split('.')[0] ?? osBuild;
}

/**
 * What Windows recommends: before dynamic witness (2012 R2) an odd number of votes, by a witness where the number of nodes is
 * even; since then always a witness.
 */
function quorumAdvice(sim: Simulation): Finding {
  const votes = [...sim.db.records.values()].filter(({ weight }) => weight === 1).length;
  const { mode, witness } = sim.db.quorum;
  const has = `${votes} nodes vote, with ${witness === null ? 'no witness' : 'a witness'}.`;
  if (mode === 'diskOnly')
    return unless('Warning', [`${has} Only the disk counts: it is a single point of failure.`], has);
  if (isAtLeast(sim.state.release, '2012R2')) {
    return unless('Warning', witness === null ? [`${has} A witness is recommended.`] : [], has);
  }
  const even = (votes + (witness === null ? 0 : 1)) % 2 === 0;
  const better = witness === null ? 'Node and Disk Majority is recommended.' : 'Node Majority is recommended.';
  return unless('Warning', even ? [`${has} The number of votes is even: ${better}`] : [], has);
}

/** Tests of the machines' Windows and of the cluster's votes. */
export const systemTests: readonly ValidationTestDefinition[] = [
  {
    category: 'System Configuration',
    name: 'Validate Active Directory Configuration',
    run: ({ sim, nodes }) => {
      const names = inWords(nodes.map(({ name }) => name));
      const { domain } = sim.db;
      return unless(
        'Warning',
        domain === null ? [`${names}: no domain is set.`] : [],
        `${names}: domain ${domain ?? ''}.`,
      );
    },
  },
  {
    category: 'System Configuration',
    name: 'Validate Same Processor Architecture',
    run: ({ nodes }) => {
      const narrow = nodes
        .filter(({ processor }) => !processor.is64Bit)
        .map(({ name }) => `${name}: the processor is not 64-bit.`);
      return unless('Failed', narrow, 'All processors are 64-bit.');
    },
  },
  {
    category: 'System Configuration',
    name: 'Validate Operating System Versions',
    run: (subject) =>
      unless(
        'Failed',
        differences(subject, 'version', ({ osBuild }) => version(osBuild)),
        'All run the same version of Windows.',
      ),
  },
  {
    category: 'System Configuration',
    name: 'Validate Software Update Levels',
    run: (subject) =>
      unless(
        'Warning',
        differences(subject, 'build', ({ osBuild }) => osBuild),
        'All have the same updates.',
      ),
  },
  {
    category: 'System Configuration',
    name: 'Validate Quorum Configuration',
    run: ({ sim, nodes }) => {
      if (sim.state.formed) return quorumAdvice(sim);
      const count = nodes.length;
      if (isAtLeast(sim.state.release, '2012R2')) return passed(`${count} nodes: a witness is recommended.`);
      return passed(`${count} nodes: ${count % 2 === 0 ? 'Node and Disk Majority' : 'Node Majority'} is recommended.`);
    },
  },
];
