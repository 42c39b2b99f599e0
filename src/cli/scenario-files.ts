import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readingProblem, scenarioFileProblem } from '#backend/scenario-file';
import { failure, success, type Result } from '#shared/model/result';

/** The scenario files that a path means. */
export interface ScenarioFiles {
  readonly folder: boolean;
  readonly files: readonly string[];
}

/** The file itself, or every scenario file in a folder and its folders, by name. The error is a sentence. */
export function scenarioFilesAt(path: string): Result<ScenarioFiles, string> {
  try {
    if (!statSync(path).isDirectory()) return success({ folder: false, files: [path] });
    const files = scenariosIn(path);
    return files.length > 0 ? success({ folder: true, files }) : failure(`There is no .yaml or .yml file in ${path}.`);
  } catch (error) {
    return failure(`${path} cannot be read: ${readingProblem(error)}.`);
  }
}

function scenariosIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return scenariosIn(path);
    return /\.ya?ml$/i.test(entry.name) ? [path] : [];
  });
}

/** The text of a file; bytes that are no UTF-8 become U+FFFD. The error is a sentence. */
export function textOf(file: string): Result<string, string> {
  try {
    const problem = scenarioFileProblem(statSync(file));
    if (problem !== null) return failure(`${file} is no scenario: ${problem}.`);
    return success(new TextDecoder().decode(readFileSync(file)));
  } catch (error) {
    return failure(`${file} cannot be read: ${readingProblem(error)}.`);
  }
}
