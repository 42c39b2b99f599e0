import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useThemeName } from '../../app/theme/use-theme';
import { useClusterAccess } from '../../lib/cluster-context';
import { useCopyText, useOpenLink } from '../../lib/mutations';
import { useChangeSettings, useSettings } from '../../lib/settings';
import { FindBox } from './find-box';
import { LinkDialog } from './link-dialog';
import { linesOf, withoutControls } from './paste';
import { PasteDialog } from './paste-dialog';
import { screenLook } from './screen-look';
import { createTerminalSession, type SessionOptions, type ShellState, type TerminalSession } from './session';
import { ShellNotice } from './shell-notice';
import { terminalKey } from './terminal-keys';
import type { TerminalSlot } from './terminal-slots';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
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

interface TerminalScreenProps {
  /** What runs in it, in words. */
  readonly program: string;
  readonly slot: TerminalSlot;
  /** Starts it. */
  readonly open: SessionOptions['open'];
  /** Stands above it. */
  readonly head?: (state: ShellState | null) => ReactNode;
  /** Stands in its place when nothing could be started. */
  readonly instead?: ReactNode;
}

/** A terminal with what belongs to it: keys, find, paste, links, and words for what is not there yet or any more. */
export function TerminalScreen({ program, slot, open, head, instead }: TerminalScreenProps) {
  const styles = useStyles();
  const host = useRef<HTMLDivElement>(null);
  const { bridge } = useClusterAccess();
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
      open,
      look: screenLook(element, terminalFontSize),
      onLink: (url) => setAsking({ kind: 'link', url }),
      onKey: (event) => latest.current(event),
    }));
    setSession(kept);
    return kept.attach(element);
    // The session is made once; its look follows below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [slot, bridge]);

  useEffect(() => {
    if (host.current !== null) session?.look(screenLook(host.current, terminalFontSize));
  }, [session, terminalFontSize, theme]);

  const state = useSyncExternalStore(
    (listener) => session?.subscribe(listener) ?? (() => undefined),
    () => session?.state ?? null,
  );
  const paste = (text: string): void => session?.screen?.paste(withoutControls(text));
  const refocus = (): void => session?.screen?.focus();

  return (
    <div className={styles.root}>
      {head?.(state)}
      {state === null ? null : <ShellNotice program={program} state={state} onRestart={() => session?.restart()} />}
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
      {state?.kind === 'failed' ? instead : null}
      <div className={mergeClasses(styles.frame, state?.kind === 'failed' && styles.away)}>
        <div className={styles.starting} role="status">
          {state?.kind === 'starting' ? `Starting ${state.title ?? program}…` : ''}
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
