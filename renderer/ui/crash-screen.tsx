import { Component, createContext, type ReactNode, useContext } from 'react';
import { useWords } from './words.tsx';

/** Where a window can tell somebody of its failure. */
export interface CrashHelp {
  /** `frames`: where in the code, no content of the window. */
  readonly keep: (crash: { readonly name: string; readonly frames: readonly string[] }) => void;
  readonly exportForSupport: () => void;
}

export const CrashHelpContext = createContext<CrashHelp | null>(null);

const FRAMES = 8;
const FRAME_LENGTH = 300;

/** Shows words instead of an empty window when drawing a screen throws. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  static override contextType = CrashHelpContext;
  declare context: CrashHelp | null;

  override componentDidCatch(error: unknown) {
    const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
    const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    this.context?.keep({
      name: name.slice(0, 60),
      frames: frames.slice(0, FRAMES).map((line) => line.trim().slice(0, FRAME_LENGTH)),
    });
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

/** Plain elements: what drew the rest may be what broke. */
const BUTTON = {
  marginTop: 16,
  padding: '10px 18px',
  border: '1px solid var(--edge)',
  borderRadius: 10,
  background: 'var(--paper)',
  color: 'var(--ink)',
  fontSize: 18,
  cursor: 'pointer',
} as const;

function Crashed() {
  const { t } = useWords();
  const help = useContext(CrashHelpContext);
  return (
    <main>
      <div role="alert" style={{ padding: 40, fontSize: 18 }}>
        <h1>{t('common.crash.title')}</h1>
        <p>{t('common.crash.do')}</p>
        <button type="button" onClick={() => location.reload()} style={BUTTON}>
          {t('common.crash.reload')}
        </button>
        {help && (
          <button type="button" onClick={help.exportForSupport} style={{ ...BUTTON, marginLeft: 12 }}>
            {t('common.crash.export')}
          </button>
        )}
      </div>
    </main>
  );
}
