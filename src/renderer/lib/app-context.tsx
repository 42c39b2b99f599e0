import { createContext, useContext, type ReactNode } from 'react';
import type { Bridge } from '#shared/contract/bridge';
import type { AppInfo } from '#shared/contract/contract';

/** What the whole window needs, whichever cluster it shows. */
export interface AppAccess {
  readonly bridge: Bridge;
  readonly app: AppInfo;
}

const AppContext = createContext<AppAccess | null>(null);

/** Gives its children the way to main. */
export function AppProvider({ access, children }: { readonly access: AppAccess; readonly children: ReactNode }) {
  return <AppContext value={access}>{children}</AppContext>;
}

/** What the whole window needs. */
export function useAppAccess(): AppAccess {
  const access = useContext(AppContext);
  if (access === null) throw new Error('There is no AppProvider above this component.');
  return access;
}
