/**
 * One parameter of one parameter set, from `Name:Type!@0<.=Alias`.
 * @typedef {{ name: string, type: string, mandatory: boolean, position: number | null, value: boolean,
 *   property: boolean, aliases: readonly string[] }} Parameter
 */

/** @param {string} text @returns {Parameter} */
function parameterOf(text) {
  const match = /^(\w+):([\w.[\]]+?)(!?)(?:@(\d+))?(<?)(\.?)((?:=\w+)*)$/.exec(text);
  if (match === null) throw new Error(`This is no parameter: ${text}`);
  const [, name = '', type = '', mandatory, position, value, property, aliases = ''] = match;
  return {
    name,
    type,
    mandatory: mandatory === '!',
    position: position === undefined ? null : Number(position),
    value: value === '<',
    property: property === '.',
    aliases: aliases.split('=').filter((alias) => alias !== ''),
  };
}

/**
 * The parameters of a set, in order.
 * @param {string} set
 * @returns {readonly Parameter[]}
 */
export function parametersOf(set) {
  return set === '' ? [] : set.split(' ').map(parameterOf);
}
