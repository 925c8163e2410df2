import { useEffect, useRef } from 'react';

/** A live picture. The stream belongs to whoever opened it: this only shows it. */
export function LiveVideo({ stream, label }: { readonly stream: MediaStream; readonly label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // A stream that ends before it plays is no fault of the picture.
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return <video ref={video} muted playsInline aria-label={label} />;
}
