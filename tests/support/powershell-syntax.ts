import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** A command that a script calls, with the parameters that it writes out. */
interface WrittenCall {
  readonly name: string;
  /** Without the dash. */
  readonly parameters: readonly string[];
}

/** What a script says, as a parser sees it. */
export interface ParsedScript {
  /** Line and text of what cannot be understood. */
  readonly errors: readonly string[];
  readonly calls: readonly WrittenCall[];
  /** Names of the functions that it defines. */
  readonly functions: readonly string[];
  /** Kinds of the syntax in it. */
  readonly kinds: ReadonlySet<string>;
}

const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');

/** Makes a parser of PowerShell that needs no PowerShell. */
export async function powerShellParser(): Promise<(text: string) => ParsedScript> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const root = parser.parse(text)?.rootNode;
    if (root === undefined) return { errors: ['nothing'], calls: [], functions: [], kinds: new Set() };
    const nodes = everyNode(root);
    return {
      errors: nodes
        .filter((node) => node.isError || node.isMissing)
        .map((node) => `${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`),
      calls: nodes.filter((node) => node.type === 'command').map(callOf),
      functions: nodes.filter((node) => node.type === 'function_name').map((node) => node.text),
      kinds: new Set(nodes.map((node) => node.type)),
    };
  };
}

/** Every PowerShell file in a folder and below, by its path. */
export function powerShellFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ps(1|m1|d1|rc|sc)$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function callOf(command: Node): WrittenCall {
  const elements = command.childForFieldName('command_elements')?.children ?? [];
  return {
    name: command.childForFieldName('command_name')?.text ?? '',
    parameters: elements
      .filter((node) => node.type === 'command_parameter')
      .map((node) => node.text.replace(/^-/, '').replace(/:$/, '')),
  };
}

function everyNode(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(everyNode)];
}
