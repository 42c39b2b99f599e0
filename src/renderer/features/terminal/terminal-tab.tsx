import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fullName } from '../../app/clusters/cluster-names';
import { useClusterAmongOthers } from '../../app/clusters/standings-context';
import { useThemeName } from '../../app/theme/use-theme';
import { useClusterAccess } from '../../lib/cluster-context';
import { useCopyText, useOpenLink } from '../../lib/mutations';
import { useChangeSettings, useSettings } from '../../lib/settings';
import { FindBox } from './find-box';
import { LinkDialog } from './link-dialog';
import { linesOf, withoutControls } from './paste';
import { PasteDialog } from './paste-dialog';
import { PowerShellOfClicks } from './powershell-of-clicks';
import { screenLook } from './screen-look';
import { createTerminalSession, type ShellState, type TerminalSession } from './session';
import { ShellNotice } from './shell-notice';
import { terminalKey } from './terminal-keys';
import { useTerminalSlot } from './terminal-slot';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    flexShrink: 0,
    padding: '3px 12px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  frame: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    minHeight: '32px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  away: { display: 'none' },
  host: { position: 'relative', flexGrow: 1, overflow: 'hidden' },
  starting: {
    position: 'absolute',
    zIndex: 1,
    top: '6px',
    left: '12px',
    right: '12px',
    pointerEvents: 'none',
    color: tokens.colorNeutralForeground3,
  },
});

type Asking = { readonly kind: 'paste'; readonly text: string } | { readonly kind: 'link'; readonly url: string };

const fontSizes = { smallest: 8, largest: 32 } as const;

/** A PowerShell in a screen; where there is none, the cmdlets of what was clicked. */
export function TerminalTab() {
  const styles = useStyles();
  const host = useRef<HTMLDivElement>(null);
  const slot = useTerminalSlot();
  const { bridge, connection } = useClusterAccess();
  const { terminalFontSize } = useSettings();
  const theme = useThemeName();
  const changeSettings = useChangeSettings();
  const copy = useCopyText();
  const openLink = useOpenLink();
  const [session, setSession] = useState<TerminalSession | null>(null);
  const [finding, setFinding] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const resizeFont = (by: number): void =>
    changeSettings(({ terminalFontSize: size }) => ({
      terminalFontSize: Math.min(fontSizes.largest, Math.max(fontSizes.smallest, size + by)),
    }));

  // What keys and links do changes with each render; the session keeps asking the latest.
  const onKey = (event: KeyboardEvent): boolean => {
    const screen = slot.current?.screen;
    const key = terminalKey(event, (screen?.selection() ?? '') !== '');
    if (key === null) return true;
    if (event.type !== 'keydown' || key === 'paste' || key === 'leave') return false;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'copy') copy.mutate(screen?.selection() ?? '');
    if (key === 'find') setFinding(true);
    if (key === 'larger') resizeFont(1);
    if (key === 'smaller') resizeFont(-1);
    return false;
  };
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const kept = (slot.current ??= createTerminalSession({
      bridge,
      connection: connection.id,
      look: screenLook(element, terminalFontSize),
      onLink: (url) => setAsking({ kind: 'link', url }),
      onKey: (event) => latest.current(event),
    }));
    setSession(kept);
    return kept.attach(element);
    // The session is made once; its look follows below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [slot, bridge, connection.id]);

  useEffect(() => {
    if (host.current !== null) session?.look(screenLook(host.current, terminalFontSize));
  }, [session, terminalFontSize, theme]);

  const state = useSyncExternalStore(
    (listener) => session?.subscribe(listener) ?? (() => undefined),
    () => session?.state ?? null,
  );
  const cluster = useClusterAmongOthers();
  const paste = (text: string): void => session?.screen?.paste(withoutControls(text));
  const refocus = (): void => session?.screen?.focus();

  return (
    <div className={styles.root}>
      {cluster === null ? null : <div className={styles.head}>{headOf(fullName(cluster), state)}</div>}
      {state === null ? null : <ShellNotice state={state} onRestart={() => session?.restart()} />}
      {finding ? (
        <FindBox
          onFind={(text, direction) => session?.screen?.find(text, direction)}
          onClose={() => {
            setFinding(false);
            session?.screen?.stopFinding();
            refocus();
          }}
        />
      ) : null}
      {state?.kind === 'failed' ? <PowerShellOfClicks /> : null}
      <div className={mergeClasses(styles.frame, state?.kind === 'failed' && styles.away)}>
        <div className={styles.starting} role="status">
          {state?.kind === 'starting' ? `Starting ${state.title ?? 'PowerShell'}…` : ''}
        </div>
        <div
          ref={host}
          className={styles.host}
          onPasteCapture={(event) => {
            event.preventDefault();
            event.stopPropagation();
            const text = event.clipboardData.getData('text/plain');
            if (linesOf(text).length > 1) setAsking({ kind: 'paste', text });
            else paste(text);
          }}
        />
      </div>
      {asking?.kind === 'paste' ? (
        <PasteDialog
          lines={linesOf(withoutControls(asking.text))}
          onPaste={() => paste(asking.text)}
          onClose={() => {
            setAsking(null);
            refocus();
          }}
        />
      ) : null}
      {asking?.kind === 'link' ? (
        <LinkDialog
          url={asking.url}
          onOpen={() => openLink.mutate(asking.url)}
          onClose={() => {
            setAsking(null);
            refocus();
          }}
        />
      ) : null}
    </div>
  );
}

/** Which cluster the shell is for, and what it is called. */
function headOf(cluster: string, state: ShellState | null): string {
  const title = state?.kind === 'running' || state?.kind === 'starting' ? state.title : null;
  return title === null ? cluster : `${cluster}: ${title}`;
}
