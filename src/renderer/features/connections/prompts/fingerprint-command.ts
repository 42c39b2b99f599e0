/** Shows the fingerprint on the node. The key type comes from the network: only plain letters and digits go into a command. */
export function fingerprintCommand(keyType: string): string {
  const file = keyType.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `ssh-keygen -lf $env:ProgramData\\ssh\\ssh_host_${file}_key.pub`;
}
