/** One case in a process of its own, so that its memory is its own: `measure.cjs CASE NODES MACHINES` prints a JSON object. */
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { caseNames, endOf, scenarioOf } from './cases';

const [wanted, nodes, machines] = process.argv.slice(2);
const name = caseNames.find((known) => known === wanted);
if (name === undefined) throw new Error(`There is no case ${wanted ?? ''}`);
const text = scenarioOf(name, Number(nodes), Number(machines));

/** Seconds that something takes, with its result. */
function timed<T>(work: () => T): { readonly seconds: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { seconds: (performance.now() - start) / 1000, result };
}

const loading = timed(() => loadScenario(text, 'bench.yaml'));
const loaded = loading.result;
if (!loaded.ok) throw new Error(loaded.error.map(({ expected }) => expected).join('\n'));
const building = timed(() => createSimulatedCluster(loaded.value));
const cluster = building.result;
const running = timed(() => {
  const end = endOf(name);
  if (end !== undefined) cluster.advanceTo(end);
  else while (cluster.step());
});
const projecting = timed(() => cluster.snapshot());
process.stdout.write(
  JSON.stringify({
    load: loading.seconds,
    build: building.seconds,
    run: running.seconds,
    snapshot: projecting.seconds,
    simulated: cluster.now / 1000,
    events: cluster.events().length,
    online: projecting.result.roles.filter(
      ({ groupType, state }) => groupType === 'VirtualMachine' && state === 'Online',
    ).length,
    memory: process.resourceUsage().maxRSS * 1024,
  }),
);
