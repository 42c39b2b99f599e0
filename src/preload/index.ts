import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#shared/contract/bridge';
import { callChannel, eventChannel } from '#shared/contract/channels';
import type { ContractEvents, MethodName } from '#shared/contract/contract';

/** Types alone come from the contract: main checks every name and every input, so nothing of it is needed here. */
const bridge: Bridge = {
  call: (name: MethodName, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  on: <Name extends keyof ContractEvents>(name: Name, listener: (payload: ContractEvents[Name]) => void) => {
    const channel = eventChannel(name);
    const deliver = (_event: IpcRendererEvent, payload: ContractEvents[Name]): void => listener(payload);
    ipcRenderer.on(channel, deliver);
    return () => {
      ipcRenderer.off(channel, deliver);
    };
  },
};

contextBridge.exposeInMainWorld('regroup', bridge);
