import { Apps16Regular } from '@fluentui/react-icons/svg/apps';
import { Desktop16Regular } from '@fluentui/react-icons/svg/desktop';

/** What kind of role it is; the Type column says it in words. */
export function RoleIcon({ isMachine }: { readonly isMachine: boolean }) {
  return isMachine ? <Desktop16Regular aria-hidden /> : <Apps16Regular aria-hidden />;
}
