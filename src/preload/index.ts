import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { BridgeWire } from '#shared/contract/bridge';
import { callChannel, eventChannel } from '#shared/contract/channels';
import type { MethodName } from '#shared/contract/contract';

/** Types alone come from the contract: main checks every name and every input, so nothing of it is needed here. */
const bridge: BridgeWire = {
  call: (name: MethodName, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  on: (name, listener) => {
    const channel = eventChannel(name);
    const deliver = (_event: IpcRendererEvent, payload: string): void => listener(payload);
    ipcRenderer.on(channel, deliver);
    return () => {
      ipcRenderer.off(channel, deliver);
    };
  },
};

contextBridge.exposeInMainWorld('regroup', bridge);
