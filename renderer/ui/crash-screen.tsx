import { Component, type ReactNode } from 'react';
import { useWords } from './words.tsx';

/** Shows words instead of an empty window when drawing a screen throws. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useWords();
  return (
    <main role="alert" style={{ padding: 40, fontSize: 18 }}>
      <h1>{t('common.crash.title')}</h1>
      <p>{t('common.crash.do')}</p>
      <button
        type="button"
        onClick={() => location.reload()}
        style={{ marginTop: 16, padding: '10px 18px', fontSize: 18 }}
      >
        {t('common.crash.reload')}
      </button>
    </main>
  );
}
