import { runScenario } from '#simulator/run/run-scenario';
import type { RunReport } from '#simulator/run/run-report';
import type { Scenario } from '#simulator/scenario/scenario';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { formatProblem } from '#simulator/scenario/scenario-problem';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { readSimulateArguments, simulateUsage, type SimulateArguments } from './arguments';
import { wrongCommandLine } from './command-line-error';
import { unmetInWords } from './expectation-words';
import { printable, printableJson } from './printable';
import { reportInWords } from './report-text';
import { scenarioFilesAt, textOf } from './scenario-files';
import { traceOf, type Streams } from './streams';

/** 0: every expectation met; 1: some not; 2: a file or the command line is wrong; 3: Regroup itself failed. */
type ExitCode = 0 | 1 | 2 | 3;

/** Runs a scenario file, or all of a folder. */
export function simulate(words: readonly string[], streams: Streams): ExitCode {
  const read = readSimulateArguments(words);
  if (!read.ok) return wrongCommandLine('simulate', read.error, streams);
  if (read.value === 'help') {
    streams.print(simulateUsage);
    return 0;
  }
  const found = scenarioFilesAt(read.value.path);
  if (!found.ok) {
    streams.complain(`simulate: ${found.error}\n`);
    return 2;
  }
  const { folder, files } = found.value;
  const options = read.value;
  const codes = files.map((file) => simulateFileSafely(file, options, streams));
  if (folder) streams.complain(summaryOf(codes));
  return codes.reduce<ExitCode>((highest, code) => (code > highest ? code : highest), 0);
}

function summaryOf(codes: readonly ExitCode[]): string {
  const count = (code: ExitCode): number => codes.filter((one) => one === code).length;
  const failed = count(3) === 0 ? [] : [`${count(3)} that Regroup could not finish`];
  const parts = [`${count(0)} as expected`, `${count(1)} not as expected`, `${count(2)} wrong`, ...failed];
  return `${codes.length} scenario ${codes.length === 1 ? 'file' : 'files'}: ${parts.join(', ')}\n`;
}

/** A fault of Regroup in one file does not keep the others of a folder from running. */
function simulateFileSafely(file: string, options: SimulateArguments, streams: Streams): ExitCode {
  try {
    return simulateFile(file, options, streams);
  } catch (error) {
    streams.complain(`simulate: ${file}: something went wrong in Regroup itself.\n${traceOf(error)}\n`);
    return 3;
  }
}

function simulateFile(file: string, options: SimulateArguments, streams: Streams): ExitCode {
  const text = textOf(file);
  if (!text.ok) {
    streams.complain(`simulate: ${text.error}\n`);
    return 2;
  }
  const loaded = loadScenario(text.value, file);
  if (!loaded.ok) {
    streams.complain(loaded.error.map((problem) => `${printable(formatProblem(problem))}\n`).join(''));
    return 2;
  }
  const scenario = loaded.value;
  const seed = options.seed ?? scenario.seed;
  const cluster = createSimulatedCluster({ ...scenario, seed });
  const report = runScenario(scenario, cluster, { seed, until: options.until });
  const asText = (options.format ?? (streams.terminal ? 'text' : 'json')) === 'text';
  streams.print(`${asText ? reportInWords(report) : printableJson(report)}\n`);
  return complainOfUnmet(file, scenario, report, streams);
}

function complainOfUnmet(file: string, scenario: Scenario, report: RunReport, streams: Streams): 0 | 1 {
  const unmet = report.expectations.filter(({ met }) => !met);
  for (const result of unmet) {
    const expectation = scenario.expectations[result.index];
    if (expectation !== undefined) streams.complain(`${printable(unmetInWords(file, expectation, result, report))}\n`);
  }
  return unmet.length === 0 ? 0 : 1;
}
