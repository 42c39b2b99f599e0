/** A parameter's value, as data. True alone is a switch. */
export type ScriptValue = string | number | boolean | readonly string[] | readonly number[];

/** One call of a cmdlet with its parameters; nothing in it is ever evaluated as text. */
export interface CmdletCall {
  readonly cmdlet: string;
  readonly parameters: { readonly [name: string]: ScriptValue };
}

/**
 * One step of the PowerShell behind a command.
 * `pipeline`: each call feeds the next. `setProperty`: assigns a property of the object that `object` returns.
 */
export type ScriptStep =
  | { readonly kind: 'pipeline'; readonly calls: readonly CmdletCall[] }
  | {
      readonly kind: 'setProperty';
      readonly object: CmdletCall;
      readonly property: string;
      readonly value: ScriptValue;
    };

/** A step that calls one cmdlet. Parameters whose value is undefined are left out. */
export function call(
  cmdlet: string,
  parameters: { readonly [name: string]: ScriptValue | undefined } = {},
): ScriptStep {
  return { kind: 'pipeline', calls: [cmdletCall(cmdlet, parameters)] };
}

/** A cmdlet call for use in pipelines. Parameters whose value is undefined are left out. */
export function cmdletCall(
  cmdlet: string,
  parameters: { readonly [name: string]: ScriptValue | undefined } = {},
): CmdletCall {
  const given = Object.entries(parameters).filter((entry): entry is [string, ScriptValue] => entry[1] !== undefined);
  return { cmdlet, parameters: Object.fromEntries(given) };
}

/** A step that feeds each call into the next. */
export function pipeline(...calls: readonly CmdletCall[]): ScriptStep {
  return { kind: 'pipeline', calls };
}

/** A step that sets a property of an object. */
export function setProperty(object: CmdletCall, property: string, value: ScriptValue): ScriptStep {
  return { kind: 'setProperty', object, property, value };
}
