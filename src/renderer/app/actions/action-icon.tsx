import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowExit16Regular } from '@fluentui/react-icons/svg/arrow-exit';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { ArrowSwap16Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { Beaker16Regular } from '@fluentui/react-icons/svg/beaker';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Desktop16Regular } from '@fluentui/react-icons/svg/desktop';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { DocumentText16Regular } from '@fluentui/react-icons/svg/document-text';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Flash16Regular } from '@fluentui/react-icons/svg/flash';
import { Key16Regular } from '@fluentui/react-icons/svg/key';
import { Next16Regular } from '@fluentui/react-icons/svg/next';
import { Organization16Regular } from '@fluentui/react-icons/svg/organization';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import { PlugConnected16Regular } from '@fluentui/react-icons/svg/plug-connected';
import { PlugDisconnected16Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { PowerRegular } from '@fluentui/react-icons/svg/power';
import { Rename16Regular } from '@fluentui/react-icons/svg/rename';
import { Save16Regular } from '@fluentui/react-icons/svg/save';
import { Settings16Regular } from '@fluentui/react-icons/svg/settings';
import { Square16Regular } from '@fluentui/react-icons/svg/square';
import { Storage16Regular } from '@fluentui/react-icons/svg/storage';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import type { FluentIcon } from '@fluentui/react-icons';
import type { CommandName } from '#shared/commands/catalogue';
import type { ConnectionAct } from '../connections/connection-act';
import { useShell } from '../shell-context';
import type { ActionChoice } from './actions';

const icons: { readonly [Name in CommandName]?: FluentIcon } = {
  'cluster.create': Add16Regular,
  'cluster.shutDown': PowerRegular,
  'cluster.start': Play16Regular,
  'cluster.destroy': Delete16Regular,
  'cluster.enableSharedVolumes': Storage16Regular,
  'cluster.moveCoreResources': ArrowRight16Regular,
  'cluster.collectLog': DocumentText16Regular,
  'role.dependencyReport': Organization16Regular,
  'resource.dependencyReport': Organization16Regular,
  'node.add': Add16Regular,
  'node.evict': ArrowExit16Regular,
  'node.pause': Pause16Regular,
  'node.resume': Play16Regular,
  'node.startService': Play16Regular,
  'node.stopService': Square16Regular,
  'role.create': Add16Regular,
  'role.bringOnline': Play16Regular,
  'role.takeOffline': Square16Regular,
  'role.move': ArrowRight16Regular,
  'role.liveMigrate': ArrowSwap16Regular,
  'role.quickMigrate': Next16Regular,
  'role.cancelMigration': Dismiss16Regular,
  'role.remove': Delete16Regular,
  'vm.create': Add16Regular,
  'vm.start': Play16Regular,
  'vm.shutDown': PowerRegular,
  'vm.turnOff': PlugDisconnected16Regular,
  'vm.save': Save16Regular,
  'resource.bringOnline': Play16Regular,
  'resource.takeOffline': Square16Regular,
  'resource.simulateFailure': Flash16Regular,
  'resource.remove': Delete16Regular,
  'network.rename': Rename16Regular,
  'disk.add': Add16Regular,
  'disk.remove': Delete16Regular,
  'disk.addToSharedVolumes': Storage16Regular,
  'disk.removeFromSharedVolumes': Storage16Regular,
  'disk.moveSharedVolume': ArrowRight16Regular,
  'disk.setMaintenance': Wrench16Regular,
};

const connectionIcons: Readonly<Record<ConnectionAct, FluentIcon>> = {
  add: Add16Regular,
  open: PlugConnected16Regular,
  close: PlugDisconnected16Regular,
  edit: Edit16Regular,
  test: Beaker16Regular,
  forget: Key16Regular,
  remove: Delete16Regular,
};

/** The icon of an action. Decoration: the title stands beside it. */
export function ActionIcon({ choice }: { readonly choice: ActionChoice }) {
  const { registry } = useShell();
  switch (choice.kind) {
    case 'tool':
      return registry.tools.find(({ id }) => id === choice.tool)?.icon;
    case 'connect':
      return <Desktop16Regular aria-hidden />;
    case 'refresh':
      return <ArrowClockwise16Regular aria-hidden />;
    case 'connection': {
      const Icon = connectionIcons[choice.act];
      return <Icon aria-hidden />;
    }
    case 'command': {
      const Icon = icons[choice.command] ?? Settings16Regular;
      return <Icon aria-hidden />;
    }
  }
}
