/** Types of .NET by the names in the reference. */
const plain = {
  String: 'string',
  Boolean: 'bool',
  Byte: 'byte',
  Single: 'float',
  Int16: 'int16',
  Int32: 'int',
  Int64: 'long',
  UInt16: 'uint16',
  UInt32: 'uint32',
  UInt64: 'uint64',
  Guid: 'guid',
  DateTime: 'datetime',
  TimeSpan: 'timespan',
  Version: 'version',
  Object: 'object',
  PSObject: 'psobject',
  Hashtable: 'hashtable',
  PSCredential: 'pscredential',
  StringCollection: 'System.Collections.Specialized.StringCollection',
  switch: 'switch',
};

/** @type {Readonly<Record<string, string>>} */
const namespaces = {
  FailoverClusters: 'Microsoft.FailoverClusters.PowerShell',
  'Hyper-V': 'Microsoft.HyperV.PowerShell',
};

/** Sessions to other computers: the real types would open one. */
const refused = ['CimSession', 'CimInstance'];

/** @param {string} name */
export const isPlain = (name) => Object.hasOwn(plain, name);

/**
 * The namespace of a type that is no type of .NET: where the reference has it, else that of the module that uses it.
 * @param {string} name
 * @param {string} module
 * @param {any} types
 * @returns {string}
 */
export function namespaceOf(name, module, types) {
  if (refused.includes(name)) return 'Regroup.Practice';
  for (const part of [types.enumerations, types.objects])
    for (const [namespace, known] of Object.entries(part)) if (Object.hasOwn(known, name)) return namespace;
  // A virtual machine is one of Hyper-V, whichever module asks for it.
  if (name.startsWith('VirtualMachine')) return 'Microsoft.HyperV.PowerShell';
  return namespaces[module] ?? module;
}

/**
 * A type of the reference, `String[]` for example, as PowerShell writes it.
 * @param {string} type
 * @param {string} module
 * @param {any} types
 */
export function powerShellType(type, module, types) {
  const array = type.endsWith('[]') ? '[]' : '';
  const name = array === '' ? type : type.slice(0, -2);
  const known = isPlain(name) ? plain[/** @type {keyof typeof plain} */ (name)] : undefined;
  return `${known ?? `${namespaceOf(name, module, types)}.${name}`}${array}`;
}
