import type { ClusterErrorKind } from './cluster-error-kind';

/** What a Windows error number means for an administrator. */
export interface WindowsError {
  readonly kind: ClusterErrorKind;
  readonly advice: string;
}

const rights =
  'Use an account that is an administrator of every node, or has been granted access with Grant-ClusterAccess.';
const unreachable = 'Check that the node is up, that its name resolves, and that no firewall is in between.';
const service = 'Start the cluster service of the node, or connect through another node.';
const missing = 'Check its name: it may have been renamed or removed meanwhile.';
const wait = 'Wait until what is under way is done, then try again.';
const another = 'Choose another node, or make room on this one.';
const none = 'Start or resume another node, or make room on one.';
const logOn = 'Sign in again, or check the user name and the password of the connection.';

const denied = (advice = rights): WindowsError => ({ kind: 'accessDenied', advice });
const away = (advice = unreachable): WindowsError => ({ kind: 'notConnected', advice });
const notFound: WindowsError = { kind: 'notFound', advice: missing };
const refused = (advice: string): WindowsError => ({ kind: 'refused', advice });

/** By Windows error number (`HRESULT_FROM_WIN32`). Numbers and meanings: Microsoft's system error codes. */
export const win32Errors: ReadonlyMap<number, WindowsError> = new Map<number, WindowsError>([
  [5, denied()],
  [53, away()],
  [64, away()],
  [70, away(service)],
  [121, { kind: 'timeout', advice: unreachable }],
  [258, { kind: 'timeout', advice: wait }],
  [1223, { kind: 'cancelled', advice: 'It was cancelled; start it again when it is wanted.' }],
  [1326, denied(logOn)],
  [1330, denied('The password has expired: change it, then sign in again.')],
  [1331, denied('The account is disabled: use another one.')],
  [1385, denied('Give the account the right to log on to the node in this way, or use another one.')],
  [1460, { kind: 'timeout', advice: wait }],
  [1722, away()],
  [1723, away('The node is too busy to answer: try again.')],
  [1726, away()],
  [1753, away(service)],
  [2, notFound],
  [87, { kind: 'badInput', advice: 'Check the values that were given.' }],
  [1168, notFound],
  [112, refused('Free space on that disk, or choose another one.')],
  [1059, refused('Leave one of the dependencies out: they go round in a circle.')],
  [5001, refused('Change or remove what depends on it first.')],
  [5002, notFound],
  [5003, refused('The dependency is there already.')],
  [5004, refused('Bring the resource online first.')],
  [5006, refused('Connect it to every node that may own it, or choose another one.')],
  [5007, notFound],
  [5009, refused('Stop the cluster service of the node first, or evict it by force.')],
  [5010, refused('An object of this name exists already: choose another name.')],
  [5012, refused(wait)],
  [5013, notFound],
  [5016, refused('Add the node to the possible owners, or choose another node.')],
  [5019, refused('Take the resource offline first.')],
  [5020, refused('It holds the quorum: choose another witness first.')],
  [5022, refused('The cluster service is shutting down: wait until it is up again.')],
  [5023, refused('Look at the state of the object and try again when it has settled.')],
  [5024, refused('The change is stored and takes effect when the resource is brought online the next time.')],
  [5026, refused('The core resources of a cluster cannot be removed or taken away.')],
  [5035, refused('Check that a network for the cluster is up on that node.')],
  [5036, refused(none)],
  [5038, refused('Look at the events of the resource for the cause, mend it, and bring it online.')],
  [5042, notFound],
  [5045, notFound],
  [5047, notFound],
  [5050, refused('Start the cluster service of the node, or choose another node.')],
  [5051, refused(unreachable)],
  [5052, refused('Check that the node is up and that the networks between the nodes work.')],
  [5057, refused('Choose another address.')],
  [5056, refused('The node is up: stop its cluster service first.')],
  [5058, refused('The node is not paused.')],
  [5066, refused('The nodes need one network for their own traffic: give that role to another network first.')],
  [5068, refused('It holds the quorum: choose another witness first.')],
  [5070, refused('Resume the node, or choose another one.')],
  [5071, refused('The owner of the role cannot host the resource: change its possible owners, or move the role.')],
  [5075, refused('Choose a server whose Windows fits the other nodes.')],
  [5082, refused('Add the node to the preferred owners, or choose another node.')],
  [5890, refused('Destroy that cluster first, or choose other servers.')],
  [5896, refused('Clean the node up with Clear-ClusterNode.')],
  [5908, refused(wait)],
  [5910, { kind: 'timeout', advice: 'The resource hangs: look at its events.' }],
  [5925, { kind: 'noQuorum', advice: 'Start more nodes, or start one with forced quorum.' }],
  [5928, refused('Choose a disk of Available Storage that no role uses.')],
  [5929, refused('Make the dependencies simpler.')],
  [5932, { kind: 'unsupported', advice: 'Install the failover clustering feature on that node.' }],
  [5935, refused('The cluster has as many nodes as it can have.')],
  [5938, refused('The share of a witness must not lie on its own cluster: choose another server.')],
  [5942, refused('Bring what it depends on online first.')],
  [5943, refused('No node can host it now: check its possible owners and the state of the nodes.')],
  [5944, refused(wait)],
  [5947, refused('Remove the cluster shared volumes first.')],
  [5953, refused('The nodes run versions that do not fit: choose another node.')],
  [5954, { kind: 'badInput', advice: 'A vote is 0 or 1.' }],
  [5955, refused('A resource vetoed it: look at its events.')],
  [5956, refused(another)],
  [5957, refused(another)],
  [5958, refused('The node it is on has too little left for that: wait, or move something else first.')],
  [5959, refused('It waits for its turn: let it, or cancel it.')],
  [5960, refused('It is locked: wait until what locked it is done.')],
  [5961, refused('A cluster shared volume vetoed the failover: look at its events.')],
  [5962, refused('The node is being drained: wait, or resume it.')],
  [5963, refused('Connect the disk to that node first.')],
  [5964, refused('The disk cannot be a cluster shared volume: it needs NTFS or ReFS on a basic disk.')],
  [5965, refused('Take the disk out of its role first: it must lie in Available Storage.')],
  [5970, refused('Turn maintenance off first.')],
  [5971, refused('An affinity rule keeps the roles apart: choose another node.')],
]);

/** By whole HRESULT, as an unsigned number; for those that carry no Windows error number. */
export const hresultErrors: ReadonlyMap<number, WindowsError> = new Map<number, WindowsError>([
  [0x800706d9, away(service)],
  [0x80041003, denied()],
  [0x80041002, notFound],
  [0x800704c7, { kind: 'cancelled', advice: 'It was cancelled; start it again when it is wanted.' }],
  [0x8009030e, denied('No credentials can be passed on to the next computer: see the help on the second hop.')],
  [0x8009030d, denied(logOn)],
  [0x80090322, denied('The name of the computer does not fit its account: use its full name.')],
  [0x8007203a, away()],
  [0x80338126, away('Check that remote management (WinRM) is enabled on that node and allowed by its firewall.')],
]);
